package io.chasqui.app.config;

import io.chasqui.domain.admission.IpNetwork;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads single settings and refuses what cannot be used. */
final class SettingsReader {
  private static final int SHORTEST_PASSWORD = 8;
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Function<String, Optional<String>> source;

  SettingsReader(Function<String, Optional<String>> source) {
    this.source = source;
  }

  Path path(String name, String byDefault) {
    String value = text(name).orElse(byDefault);
    try {
      return Path.of(value).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new InvalidSettingException(name, value, "a path");
    }
  }

  Endpoint endpoint(String name, int defaultPort) {
    String host = text(name + ".host").orElse("127.0.0.1");
    return new Endpoint(host, optionalPort(name + ".port").orElse(defaultPort));
  }

  OptionalInt optionalPort(String name) {
    Optional<String> value = text(name);
    return value.isPresent() ? OptionalInt.of(port(name, value.get())) : OptionalInt.empty();
  }

  private static int port(String name, String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Refused below like a number out of range.
    }
    throw new InvalidSettingException(name, value, "a port, 0-65535");
  }

  Optional<ServerAddress> server(String name, String... schemes) {
    String setting = name + ".url";
    Optional<String> url = text(setting);
    url.filter(value -> Arrays.stream(schemes).noneMatch(value::startsWith))
        .ifPresent(
            value -> {
              String allowed = "a URL that starts with " + String.join(" or ", schemes);
              throw new InvalidSettingException(setting, value, allowed);
            });
    return url.map(
        value -> new ServerAddress(value, text(name + ".user"), raw(name + ".password")));
  }

  Optional<String> password(String name) {
    Optional<String> value = raw(name);
    value
        .filter(password -> password.length() < SHORTEST_PASSWORD)
        .ifPresent(
            password -> {
              String allowed = "%d characters at least".formatted(SHORTEST_PASSWORD);
              throw new InvalidSettingException(name, "(not shown)", allowed);
            });
    return value;
  }

  List<IpNetwork> networks(String name) {
    String value = text(name).orElse("");
    try {
      return Arrays.stream(value.split(","))
          .filter(part -> !part.isBlank())
          .map(IpNetwork::of)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(
          name, value, "networks with commas between them, e.g. 127.0.0.0/8,fd00::/8");
    }
  }

  Optional<Duration> days(String name, int least, int most) {
    return text(name).map(value -> Duration.ofDays(number(name, value, least, most)));
  }

  int number(String name, int byDefault, int least, int most) {
    return text(name).map(value -> number(name, value, least, most)).orElse(byDefault);
  }

  private static int number(String name, String value, int least, int most) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below like a number out of range.
    }
    throw new InvalidSettingException(name, value, "a whole number, %d-%d".formatted(least, most));
  }

  Duration duration(String name, Duration byDefault) {
    return text(name).map(value -> duration(name, value)).orElse(byDefault);
  }

  private static Duration duration(String name, String value) {
    try {
      Duration duration = Duration.parse(value);
      if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Refused below like a duration out of range.
    }
    throw new InvalidSettingException(
        name, value, "an ISO 8601 duration above zero, at most a year, e.g. PT72H");
  }

  /** One that must be given since another is. */
  String file(String name, String since) {
    return text(name)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    name, "", "a file in PEM, since %s is set".formatted(since)));
  }

  Optional<String> text(String name) {
    return raw(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  private Optional<String> raw(String name) {
    return source.apply(name).filter(value -> !value.isEmpty());
  }
}
