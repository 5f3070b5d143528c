package io.chasqui.smpp.esme;

/**
 * Submits a second over all sessions of an account: a token bucket that holds one second's worth.
 */
final class Rate {
  private static final double NANOS = 1e9;

  private final int perSecond;
  private double tokens;
  private long filled;

  /**
   * @param perSecond 0 = no limit
   */
  Rate(int perSecond, long now) {
    this.perSecond = perSecond;
    this.tokens = perSecond;
    this.filled = now;
  }

  int perSecond() {
    return perSecond;
  }

  /** All of {@code count} or none: what goes together may overdraw, and is paid back by waiting. */
  synchronized boolean take(int count, long now) {
    if (perSecond == 0) {
      return true;
    }
    tokens = Math.min(perSecond, tokens + Math.max(0, now - filled) * perSecond / NANOS);
    filled = now;
    if (tokens < 1) {
      return false;
    }
    tokens -= count;
    return true;
  }
}
