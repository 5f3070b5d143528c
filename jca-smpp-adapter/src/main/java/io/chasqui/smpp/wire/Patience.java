package io.chasqui.smpp.wire;

import java.time.Duration;

/**
 * With one peer that says what leads to nothing: a second's worth at once, then so much a second.
 * On the session's event loop only.
 */
final class Patience {
  private static final double NANOS = 1e9;

  /** Once it is used up, this much comes back before the peer is read again. */
  private static final Duration REST = Duration.ofMillis(100);

  private final int perSecond;
  private double left;
  private long filled;

  Patience(int perSecond, long now) {
    this.perSecond = perSecond;
    this.left = perSecond;
    this.filled = now;
  }

  void spend(long now) {
    fill(now);
    left--;
  }

  private void fill(long now) {
    left = Math.min(perSecond, left + Math.max(0, now - filled) * perSecond / NANOS);
    filled = now;
  }

  /** How long nothing is to be read; zero while there is some left. */
  Duration rest(long now) {
    fill(now);
    return left >= 0 ? Duration.ZERO : REST.plusNanos((long) (-left * NANOS / perSecond));
  }
}
