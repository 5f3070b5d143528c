package io.chasqui.domain.link;

import io.chasqui.domain.address.Msisdn;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a SIM may be used.
 *
 * @param number its own, which is what incoming messages were sent to; empty: as the modem says
 * @param segmentsPerMinute 1-6000
 * @param segmentsPerDay 0 = no limit; counted from midnight of the pool's zone
 * @param segmentsPerMonth 0 = no limit; counted from the first of the month
 * @param quiet time of day at which it sends nothing
 * @param prefixes beginnings of the numbers it is to be preferred for, {@code +} and digits, such
 *     as those of its own operator
 */
public record SimSettings(
    Optional<Msisdn> number,
    int segmentsPerMinute,
    int segmentsPerDay,
    int segmentsPerMonth,
    Optional<QuietHours> quiet,
    List<String> prefixes) {
  private static final Pattern PREFIX = Pattern.compile("\\+[0-9]{1,15}");
  private static final int MOST = 1_000_000;

  /** Six a minute, what a 2G network bears. */
  public static final SimSettings STANDARD = paced(6);

  public SimSettings {
    Objects.requireNonNull(number);
    Objects.requireNonNull(quiet);
    prefixes = List.copyOf(prefixes);
    within("messages_per_minute", segmentsPerMinute, 1, 6000);
    within("messages_per_day", segmentsPerDay, 0, MOST);
    within("messages_per_month", segmentsPerMonth, 0, MOST);
    for (String prefix : prefixes) {
      if (!PREFIX.matcher(prefix).matches()) {
        throw new IllegalArgumentException(
            "prefix '%s' must be + and 1-15 digits".formatted(prefix));
      }
    }
  }

  private static void within(String what, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException("%s must be %d-%d".formatted(what, low, high));
    }
  }

  /** Without limits but this. */
  public static SimSettings paced(int segmentsPerMinute) {
    return new SimSettings(Optional.empty(), segmentsPerMinute, 0, 0, Optional.empty(), List.of());
  }
}
