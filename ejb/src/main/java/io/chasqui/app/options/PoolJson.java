package io.chasqui.app.options;

import io.chasqui.domain.link.PoolSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** {@code pool}: how modems are used together. */
final class PoolJson {
  private static final PoolSettings USUAL = PoolSettings.STANDARD;
  private static final int DAY = 86_400;
  private static final int MOST_ATTEMPTS = 10_000;
  private static final int YEAR_IN_HOURS = 8_784;
  private static final int LONGEST_ZONE = 50;

  private PoolJson() {}

  static PoolSettings read(Members pool) {
    int failures = pool.number("failures", USUAL.failures(), 1, 1000);
    int pause = pool.number("pause_seconds", (int) USUAL.pause().toSeconds(), 1, DAY);
    int attempts = pool.number("attempts", USUAL.attempts(), 1, MOST_ATTEMPTS);
    int sticky = pool.number("sticky_hours", (int) USUAL.sticky().toHours(), 0, YEAR_IN_HOURS);
    ZoneId zone = pool.read("zone", LONGEST_ZONE, PoolJson::zone).orElse(USUAL.zone());
    return new PoolSettings(
        failures, Duration.ofSeconds(pause), attempts, Duration.ofHours(sticky), zone);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a time zone such as America/Sao_Paulo", e);
    }
  }

  static JsonObject write(PoolSettings pool) {
    return Json.createObjectBuilder()
        .add("failures", pool.failures())
        .add("pause_seconds", pool.pause().toSeconds())
        .add("attempts", pool.attempts())
        .add("sticky_hours", pool.sticky().toHours())
        .add("zone", pool.zone().getId())
        .build();
  }
}
