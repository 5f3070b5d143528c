package io.chasqui.micro;

import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What the launcher itself must know before Payara runs; the modules read the rest from
 * MicroProfile Config.
 *
 * @param home absolute
 * @param httpPort 1 to 65535
 * @param smpp where ESMEs bind
 */
record LaunchSettings(
    Path home,
    String httpHost,
    int httpPort,
    List<ListenPort> smpp,
    Optional<ExternalDatabase> database,
    Optional<ExternalBroker> broker) {

  private static final String PREFIX = "chasqui.";

  /** System property, then environment ({@code CHASQUI_HTTP_PORT}), then the default. */
  static LaunchSettings read() {
    return from(LaunchSettings::lookUp);
  }

  /**
   * @throws Refusal naming the setting that is wrong
   */
  static LaunchSettings from(UnaryOperator<String> source) {
    UnaryOperator<String> given = name -> blankToNull(source.apply(PREFIX + name));
    return new LaunchSettings(
        home(orElse(given.apply("home"), "./var")),
        orElse(given.apply("http.host"), "127.0.0.1"),
        port("http.port", orElse(given.apply("http.port"), "8080")),
        smpp(given),
        Optional.ofNullable(given.apply("db.url"))
            .map(
                url ->
                    new ExternalDatabase(
                        url,
                        orElse(given.apply("db.user"), ""),
                        orElse(given.apply("db.password"), ""))),
        Optional.ofNullable(given.apply("broker.url"))
            .map(
                url ->
                    new ExternalBroker(
                        url, given.apply("broker.user"), given.apply("broker.password"))));
  }

  /** The address browsers and the launcher itself use: a wildcard host is reached by loopback. */
  InetSocketAddress httpReachableAt() {
    boolean wildcard = Set.of("0.0.0.0", "::", "[::]").contains(httpHost);
    return InetSocketAddress.createUnresolved(wildcard ? "127.0.0.1" : httpHost, httpPort);
  }

  String url() {
    InetSocketAddress at = httpReachableAt();
    String host =
        at.getHostString().contains(":") ? "[" + at.getHostString() + "]" : at.getHostString();
    return "http://" + host + ":" + at.getPort();
  }

  /**
   * Gives every {@code CHASQUI_*} variable its {@code chasqui.*} property too, so that all modules
   * see one source, and makes the home absolute for them.
   */
  void publish() {
    for (String name : knownNames()) {
      if (System.getProperty(name) == null) {
        Optional.ofNullable(lookUp(name)).ifPresent(value -> System.setProperty(name, value));
      }
    }
    System.setProperty(PREFIX + "home", home.toString());
    System.setProperty(PREFIX + "http.host", httpHost);
    System.setProperty(PREFIX + "http.port", Integer.toString(httpPort));
  }

  // A variable's underscore may stand for a dot or a dash; only names with dots alone can be
  // guessed.
  private static Set<String> knownNames() {
    Set<String> names = new TreeSet<>();
    for (String variable : System.getenv().keySet()) {
      if (variable.startsWith("CHASQUI_")) {
        names.add(variable.toLowerCase(Locale.ROOT).replace('_', '.'));
      }
    }
    return names;
  }

  /** Null when neither a property nor a variable says anything. */
  static String lookUp(String name) {
    String property = System.getProperty(name);
    return property != null ? property : System.getenv(environmentName(name));
  }

  static String environmentName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static List<ListenPort> smpp(UnaryOperator<String> given) {
    String host = orElse(given.apply("smpp.host"), "127.0.0.1");
    List<ListenPort> ports = new ArrayList<>();
    ports.add(ListenPort.smpp(host, port("smpp.port", orElse(given.apply("smpp.port"), "2775"))));
    Optional.ofNullable(given.apply("smpp.tls.port"))
        .map(
            value ->
                new ListenPort(
                    "smpp server", "chasqui.smpp.tls", host, port("smpp.tls.port", value)))
        .ifPresent(ports::add);
    return List.copyOf(ports);
  }

  private static Path home(String value) {
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new Refusal("chasqui.home '" + value + "' is not a path", e);
    }
  }

  private static int port(String name, String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // told below, with the range
    }
    throw new Refusal(PREFIX + name + " is '" + value + "': write a port from 1 to 65535");
  }

  private static String blankToNull(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static String orElse(String value, String other) {
    return value == null ? other : value;
  }
}
