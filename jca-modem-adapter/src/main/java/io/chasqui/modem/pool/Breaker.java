package io.chasqui.modem.pool;

import io.chasqui.domain.modem.BreakerState;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a modem alone that fails again and again. After the pause it has one try. Guarded by its
 * pool.
 */
final class Breaker {
  private final int limit;
  private final Duration pause;
  private int failures;
  private Instant closedFrom = Instant.MIN;
  private boolean trying;

  /**
   * @param limit failures in a row that open it, 1 or more
   */
  Breaker(int limit, Duration pause) {
    this.limit = limit;
    this.pause = pause;
  }

  BreakerState state(Instant now) {
    if (failures < limit) {
      return BreakerState.CLOSED;
    }
    return now.isBefore(closedFrom) ? BreakerState.OPEN : BreakerState.HALF_OPEN;
  }

  /** Whether one may go now; in the half-open state only while no other is on its try. */
  boolean permits(Instant now) {
    return switch (state(now)) {
      case CLOSED -> true;
      case OPEN -> false;
      case HALF_OPEN -> !trying;
    };
  }

  /** When it is half open; in the past when it is not open. */
  Instant pauseEnds() {
    return closedFrom;
  }

  void begins() {
    trying = true;
  }

  void succeeded() {
    trying = false;
    failures = 0;
  }

  /** It ended in a way that says nothing of the modem. */
  void ended() {
    trying = false;
  }

  /**
   * @return whether this opened it
   */
  boolean failed(Instant now) {
    trying = false;
    failures = Math.min(limit, failures + 1);
    boolean opens = failures == limit;
    closedFrom = opens ? now.plus(pause) : closedFrom;
    return opens;
  }
}
