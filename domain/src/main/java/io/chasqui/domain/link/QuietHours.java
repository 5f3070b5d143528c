package io.chasqui.domain.link;

import java.time.LocalTime;

/**
 * A time of day, every day; over midnight when it ends before it begins.
 *
 * @param from first minute
 * @param until first minute after; another than {@code from}
 */
public record QuietHours(LocalTime from, LocalTime until) {
  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("quiet hours must end at another time than they begin");
    }
  }

  public boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean ended = !time.isBefore(until);
    return from.isBefore(until) ? begun && !ended : begun || !ended;
  }
}
