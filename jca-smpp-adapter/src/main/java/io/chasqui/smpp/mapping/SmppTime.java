package io.chasqui.smpp.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in both of SMPP's formats (SMPP 3.4, 7.1.1): {@code YYMMDDhhmmsstnnp}. */
final class SmppTime {
  private static final Pattern FORMAT =
      Pattern.compile(
          "([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9])([0-9]{2})([-+R])");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'000+'").withZone(ZoneOffset.UTC);
  private static final int CENTURY = 2000;
  private static final int TENTH = 7;
  private static final int QUARTERS = 8;
  private static final int KIND = 9;
  private static final int QUARTERS_MOST = 48;
  private static final int QUARTER_SECONDS = 15 * 60;
  private static final int TENTH_NANOS = 100_000_000;

  private SmppTime() {}

  /**
   * @param now what relative times are relative to
   * @return empty when {@code text} is in neither format
   */
  static Optional<Instant> parse(String text, Instant now) {
    Matcher match = FORMAT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      return "R".equals(match.group(KIND)) ? relative(match, now) : absolute(match);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> absolute(Matcher match) {
    int quarters = number(match, QUARTERS);
    if (quarters > QUARTERS_MOST) {
      return Optional.empty();
    }
    int east = "+".equals(match.group(KIND)) ? quarters : -quarters;
    LocalDateTime local =
        LocalDateTime.of(
            CENTURY + number(match, 1),
            number(match, 2),
            number(match, 3),
            number(match, 4),
            number(match, 5),
            number(match, 6),
            number(match, TENTH) * TENTH_NANOS);
    return Optional.of(local.toInstant(ZoneOffset.ofTotalSeconds(east * QUARTER_SECONDS)));
  }

  /** Tenths and quarters are to be zero (7.1.1.2), and are not looked at. */
  private static Optional<Instant> relative(Matcher match, Instant now) {
    OffsetDateTime at =
        now.atOffset(ZoneOffset.UTC)
            .plusYears(number(match, 1))
            .plusMonths(number(match, 2))
            .plusDays(number(match, 3))
            .plusHours(number(match, 4))
            .plusMinutes(number(match, 5))
            .plusSeconds(number(match, 6));
    return Optional.of(at.toInstant());
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  /** The absolute format, in UTC. */
  static String absolute(Instant at) {
    return UTC.format(at);
  }
}
