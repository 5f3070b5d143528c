package io.chasqui.modem.pool;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Segments a SIM has sent.
 *
 * @param day that {@code today} counts
 */
public record Usage(LocalDate day, long today, long thisMonth) {
  static final Usage NONE = new Usage(LocalDate.EPOCH, 0, 0);

  /** As it is on another day; a day before its own, of a clock set back, changes nothing. */
  Usage on(LocalDate date) {
    if (!date.isAfter(day)) {
      return this;
    }
    boolean sameMonth = YearMonth.from(date).equals(YearMonth.from(day));
    return new Usage(date, 0, sameMonth ? thisMonth : 0);
  }

  Usage plus(int segments) {
    return new Usage(day, today + segments, thisMonth + segments);
  }
}
