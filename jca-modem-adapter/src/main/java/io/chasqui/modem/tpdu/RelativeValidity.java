package io.chasqui.modem.tpdu;

import java.time.Duration;

/**
 * How long the service centre keeps trying, as one octet (3GPP TS 23.040, 9.2.3.12.1).
 *
 * @param value 0-255, from five minutes to 63 weeks
 */
public record RelativeValidity(int value) {
  public RelativeValidity {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("TP-VP " + value + " is not an octet");
    }
  }

  /** The longest that is not longer than {@code wanted}; five minutes at least. */
  public static RelativeValidity of(Duration wanted) {
    int value = 255;
    while (value > 0 && period(value).compareTo(wanted) > 0) {
      value--;
    }
    return new RelativeValidity(value);
  }

  public Duration period() {
    return period(value);
  }

  private static Duration period(int value) {
    if (value <= 143) {
      return Duration.ofMinutes(5L * (value + 1));
    }
    if (value <= 167) {
      return Duration.ofMinutes(12 * 60 + 30L * (value - 143));
    }
    return Duration.ofDays(value <= 196 ? value - 166L : 7L * (value - 192));
  }
}
