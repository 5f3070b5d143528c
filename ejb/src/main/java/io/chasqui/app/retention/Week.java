package io.chasqui.app.retention;

import io.chasqui.domain.message.MessageId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A partition of the tables that grow with the messages: the ids from the week before up to, not
 * including, the Monday (UTC) on which it ends.
 */
record Week(LocalDate end) implements Comparable<Week> {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'p'yyyyMMdd", Locale.ROOT);

  static Week ofName(String partition) {
    return new Week(LocalDate.parse(partition, NAME));
  }

  /** The one that holds a moment. */
  static Week of(Instant time) {
    LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    return new Week(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
  }

  /**
   * Those that are missing so that {@code now} and {@code ahead} weeks more have theirs. The first
   * of them holds all that came after {@code last}, however long the gateway was away.
   */
  static List<Week> missing(Week last, Instant now, int ahead) {
    List<Week> missing = new ArrayList<>();
    Week next = of(now);
    for (int i = 0; i <= ahead; i++) {
      if (next.compareTo(last) > 0) {
        missing.add(next);
      }
      next = new Week(next.end.plusWeeks(1));
    }
    return missing;
  }

  String name() {
    return NAME.format(end);
  }

  Instant ends() {
    return end.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** {@code PARTITION p20261130 VALUES LESS THAN (x'...')}. */
  String clause() {
    byte[] bound = MessageId.first(ends()).bytes();
    return "PARTITION %s VALUES LESS THAN (x'%s')"
        .formatted(name(), HexFormat.of().formatHex(bound, 0, 6));
  }

  @Override
  public int compareTo(Week other) {
    return end.compareTo(other.end);
  }
}
