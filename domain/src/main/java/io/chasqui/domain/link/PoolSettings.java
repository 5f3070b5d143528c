package io.chasqui.domain.link;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How the modems of a pool are used together.
 *
 * @param failures in a row after which a modem is left alone, 1 or more
 * @param pause for which it is, then it has one try; above zero
 * @param sticky how long a recipient keeps the SIM that wrote to it last; zero: not at all
 * @param zone of quiet hours and of the days and months that limits count by
 */
public record PoolSettings(int failures, Duration pause, Duration sticky, ZoneId zone) {
  public static final PoolSettings STANDARD =
      new PoolSettings(5, Duration.ofSeconds(300), Duration.ofDays(7), ZoneOffset.UTC);

  public PoolSettings {
    Objects.requireNonNull(zone);
    if (failures < 1 || pause.isNegative() || pause.isZero() || sticky.isNegative()) {
      throw new IllegalArgumentException(
          "%d failures, a pause of %s, sticky for %s: failures start at 1, a pause is above zero"
              .formatted(failures, pause, sticky));
    }
  }
}
