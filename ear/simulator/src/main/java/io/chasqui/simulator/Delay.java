package io.chasqui.simulator;

import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A waiting time drawn anew each time, uniformly, both ends included.
 *
 * @param minMillis at least 0
 * @param maxMillis at least {@code minMillis}
 */
public record Delay(long minMillis, long maxMillis) {

  /** No waiting. */
  public static final Delay NONE = new Delay(0, 0);

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9})(ms|s|m)?(?:-(\\d{1,9})(ms|s|m)?)?");

  public Delay {
    if (minMillis < 0 || maxMillis < minMillis) {
      throw new IllegalArgumentException(
          "not a delay: " + minMillis + "-" + maxMillis + " ms, the second may not be smaller");
    }
  }

  public static Delay between(long minMillis, long maxMillis) {
    return new Delay(minMillis, maxMillis);
  }

  public static Delay ofMillis(long millis) {
    return new Delay(millis, millis);
  }

  /**
   * Reads {@code 200}, {@code 0-200}, {@code 5s} or {@code 1s-2m}; milliseconds without a unit.
   *
   * @throws IllegalArgumentException when the text is none of these
   */
  public static Delay parse(String text) {
    Matcher m = FORM.matcher(text.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a delay such as 200, 0-200 or 5s");
    }
    long min = millis(m.group(1), m.group(2));
    return new Delay(min, m.group(3) == null ? min : millis(m.group(3), m.group(4)));
  }

  private static long millis(String number, String unit) {
    long factor = "s".equals(unit) ? 1_000 : "m".equals(unit) ? 60_000 : 1;
    return Long.parseLong(number) * factor;
  }

  long draw(RandomGenerator random) {
    return random.nextLong(minMillis, maxMillis + 1);
  }

  @Override
  public String toString() {
    return minMillis == maxMillis ? Long.toString(minMillis) : minMillis + "-" + maxMillis;
  }
}
