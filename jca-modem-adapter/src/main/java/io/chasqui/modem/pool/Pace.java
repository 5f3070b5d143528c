package io.chasqui.modem.pool;

import java.time.Duration;
import java.time.Instant;

/**
 * Spaces a SIM's segments evenly: networks suspect SIMs that send in bursts. The parts of a message
 * go together, the next message waits for all of them. Guarded by its pool.
 */
final class Pace {
  private final Duration interval;
  private Instant next = Instant.MIN;

  /**
   * @param perMinute segments a minute, 1 or more
   */
  Pace(int perMinute) {
    interval = Duration.ofMinutes(1).dividedBy(perMinute);
  }

  boolean permits(Instant now) {
    return !now.isBefore(next);
  }

  /** When the next may go. */
  Instant next() {
    return next;
  }

  /** They go now. */
  void take(int segments, Instant now) {
    Instant from = now.isBefore(next) ? next : now;
    next = from.plus(interval.multipliedBy(segments));
  }

  /** Nothing goes before this. */
  void hold(Instant until) {
    next = until.isAfter(next) ? until : next;
  }
}
