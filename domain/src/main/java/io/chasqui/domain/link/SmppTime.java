package io.chasqui.domain.link;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sixteen characters of schedule_delivery_time, validity_period and final_date (SMPP 3.4,
 * 7.1.1): a moment {@code YYMMDDhhmmsstnn} with {@code +} or {@code -}, {@code nn} quarter hours
 * from UTC; or a period {@code YYMMDDhhmmss000R}.
 */
public final class SmppTime {
  private static final int QUARTER = 15 * 60;

  /** The specification has 48; zones of today reach 56. */
  private static final int MOST_QUARTERS = 56;

  private static final int CENTURY = 2000;
  private static final int DAYS_A_MONTH = 30;
  private static final Duration LONGEST = Duration.ofDays(12 * DAYS_A_MONTH);
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyMMddHHmmssS");
  private static final Pattern TIME = Pattern.compile("([0-9]{2}){6}[0-9]{3}[-+R]");

  private SmppTime() {}

  /**
   * The moment a value names, in either format.
   *
   * @param value not empty: what an empty one means depends on the field
   * @param now what a period counts from; its months and years are the calendar's, in UTC
   * @throws IllegalArgumentException when it is neither, e.g. has a month 13; the message has the
   *     value
   */
  public static Instant parse(String value, Instant now) {
    Matcher time = TIME.matcher(value);
    if (!time.matches()) {
      throw refused(value);
    }
    try {
      return value.endsWith("R") ? after(value, now) : moment(value);
    } catch (DateTimeException e) {
      throw refused(value);
    }
  }

  /**
   * @param offset a multiple of a quarter hour, as all of today are
   */
  public static String absolute(Instant moment, ZoneOffset offset) {
    int quarters = offset.getTotalSeconds() / QUARTER;
    return "%s%02d%s"
        .formatted(
            MOMENT.format(moment.atOffset(offset)), Math.abs(quarters), quarters < 0 ? "-" : "+");
  }

  /**
   * A month, of thirty days, is only used where two digits of days would not do for some SMSCs.
   *
   * @param period 0 up to 360 days, whole seconds of it
   * @throws IllegalArgumentException outside of that
   */
  public static String relative(Duration period) {
    if (period.isNegative() || period.compareTo(LONGEST) >= 0) {
      throw new IllegalArgumentException("a period of %s cannot be written".formatted(period));
    }
    StringBuilder time = new StringBuilder("00");
    appendPair(time, (int) (period.toDays() / DAYS_A_MONTH));
    appendPair(time, (int) (period.toDays() % DAYS_A_MONTH));
    appendPair(time, period.toHoursPart());
    appendPair(time, period.toMinutesPart());
    appendPair(time, period.toSecondsPart());
    return time.append("000R").toString();
  }

  /** By hand: every submit has a period, and a formatter costs more than all the rest of it. */
  private static void appendPair(StringBuilder to, int number) {
    to.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static Instant after(String value, Instant now) {
    return OffsetDateTime.ofInstant(now, ZoneOffset.UTC)
        .plusYears(pair(value, 0))
        .plusMonths(pair(value, 1))
        .plusDays(pair(value, 2))
        .plusHours(pair(value, 3))
        .plusMinutes(pair(value, 4))
        .plusSeconds(pair(value, 5))
        .toInstant();
  }

  private static Instant moment(String value) {
    int quarters = Integer.parseInt(value, 13, 15, 10);
    if (quarters > MOST_QUARTERS) {
      throw new DateTimeException("more than %d quarter hours".formatted(MOST_QUARTERS));
    }
    int seconds = quarters * QUARTER * (value.endsWith("-") ? -1 : 1);
    return LocalDateTime.of(
            CENTURY + pair(value, 0),
            pair(value, 1),
            pair(value, 2),
            pair(value, 3),
            pair(value, 4),
            pair(value, 5),
            Character.digit(value.charAt(12), 10) * 100_000_000)
        .toInstant(ZoneOffset.ofTotalSeconds(seconds));
  }

  private static int pair(String value, int index) {
    return Integer.parseInt(value, 2 * index, 2 * index + 2, 10);
  }

  private static IllegalArgumentException refused(String value) {
    return new IllegalArgumentException("no SMPP time: " + value);
  }
}
