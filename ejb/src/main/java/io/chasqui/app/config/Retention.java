package io.chasqui.app.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How long messages are kept, counted from their acceptance or reception; whole days.
 *
 * @param content their texts; empty: as long as their records
 * @param records everything else of them; empty: for ever
 */
public record Retention(Optional<Duration> content, Optional<Duration> records) {
  private static final int LONGEST = 3_660;

  /** Scheduled a month ahead, valid for a week, its receipt three days late: then it has ended. */
  private static final int SHORTEST_RECORDS = 45;

  static Retention read(SettingsReader reader) {
    return new Retention(
        reader.days("chasqui.retention.content", 1, LONGEST),
        reader.days("chasqui.retention.records", SHORTEST_RECORDS, LONGEST));
  }
}
