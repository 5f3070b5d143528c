package io.chasqui.database;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the operator set, read once and valid.
 *
 * @param home absolute; the database, its log and its password lie below
 * @param external the database to use instead of the embedded one
 * @param port TCP port of the embedded database on loopback, 0 for any free one
 * @param bufferPoolMegabytes InnoDB's cache, 32 to 1 048 576 MB
 */
public record Settings(
    Path home, Optional<ConnectionDetails> external, int port, int bufferPoolMegabytes) {

  /** From MicroProfile Config, else system properties, else the environment. */
  public static Settings read() {
    return from(Settings::lookUp);
  }

  /**
   * From any source of {@code chasqui.*} names.
   *
   * @throws DatabaseStartException naming the setting that is wrong
   */
  public static Settings from(Function<String, Optional<String>> lookup) {
    Function<String, Optional<String>> given =
        name -> lookup.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    return new Settings(
        Path.of(given.apply("chasqui.home").orElse("./var")).toAbsolutePath().normalize(),
        given.apply("chasqui.db.url").map(url -> external(url, given)),
        number(given, "chasqui.db.port", 0, 0, 65535),
        number(given, "chasqui.db.buffer-pool", 256, 32, 1 << 20));
  }

  private static ConnectionDetails external(String url, Function<String, Optional<String>> given) {
    return new ConnectionDetails(
        DatabaseUrl.of(url).complete().value(),
        given.apply("chasqui.db.user").orElse(""),
        given.apply("chasqui.db.password").orElse(""));
  }

  private static int number(
      Function<String, Optional<String>> given, String name, int unset, int least, int most) {
    String value = given.apply(name).orElse(Integer.toString(unset));
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, with the range
    }
    throw new DatabaseStartException(
        name + " is '" + value + "': write a number from " + least + " to " + most);
  }

  private static Optional<String> lookUp(String name) {
    return microProfile(name)
        .or(() -> Optional.ofNullable(System.getProperty(name)))
        .or(() -> Optional.ofNullable(System.getenv(environmentName(name))));
  }

  private static Optional<String> microProfile(String name) {
    try {
      return MicroProfileLookup.find(name);
    } catch (LinkageError noMicroProfileHere) {
      return Optional.empty();
    }
  }

  /** MicroProfile Config 3.1, 5.3.1: what is neither letter nor digit becomes an underscore. */
  static String environmentName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
