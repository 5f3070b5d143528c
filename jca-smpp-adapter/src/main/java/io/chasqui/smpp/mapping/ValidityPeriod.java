package io.chasqui.smpp.mapping;

import java.time.Duration;

/** validity_period in the relative format (SMPP 3.4, 7.1.1.2): {@code YYMMDDhhmmss000R}. */
final class ValidityPeriod {
  /** What the network itself knows as its longest (3GPP TS 23.040, 9.2.3.12.1). */
  private static final Duration LONGEST = Duration.ofDays(63);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Relative days have two digits; a month is only used when they would not do for some SMSCs. */
  private static final int DAYS_A_MONTH = 30;

  private ValidityPeriod() {}

  static String of(Duration validity) {
    Duration period = atLeast(SHORTEST, atMost(LONGEST, validity));
    long days = period.toDays();
    return "00%02d%02d%02d%02d%02d000R"
        .formatted(
            days / DAYS_A_MONTH,
            days % DAYS_A_MONTH,
            period.toHoursPart(),
            period.toMinutesPart(),
            period.toSecondsPart());
  }

  private static Duration atMost(Duration limit, Duration value) {
    return value.compareTo(limit) > 0 ? limit : value;
  }

  private static Duration atLeast(Duration limit, Duration value) {
    return value.compareTo(limit) < 0 ? limit : value;
  }
}
