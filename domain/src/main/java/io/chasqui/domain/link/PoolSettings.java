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
 * @param attempts of a message that its network has no room for, before it has failed; 1 or more
 * @param sticky how long a recipient keeps the SIM that wrote to it last; zero: not at all
 * @param zone of quiet hours and of the days and months that limits count by
 */
public record PoolSettings(
    int failures, Duration pause, int attempts, Duration sticky, ZoneId zone) {
  public static final PoolSettings STANDARD =
      new PoolSettings(5, Duration.ofSeconds(300), 8, Duration.ofDays(7), ZoneOffset.UTC);

  public PoolSettings {
    Objects.requireNonNull(zone);
    if (failures < 1
        || attempts < 1
        || pause.isNegative()
        || pause.isZero()
        || sticky.isNegative()) {
      throw new IllegalArgumentException(
          "%d failures, a pause of %s, %d attempts, sticky for %s: counts start at 1, a pause is"
                  .formatted(failures, pause, attempts, sticky)
              + " above zero");
    }
  }
}
