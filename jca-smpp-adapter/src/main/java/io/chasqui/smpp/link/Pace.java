package io.chasqui.smpp.link;

import java.time.Duration;

/**
 * The rate agreed with the carrier, in segments, as a token bucket over all sessions of a link. It
 * holds a twentieth of a second, for carriers count per second and a larger burst is throttled.
 */
final class Pace {
  private static final double NANOS = 1e9;
  private static final int BURSTS_A_SECOND = 20;

  private final double perNano;
  private final double burst;
  private double tokens;
  private long filled;
  private long heldUntil;

  /**
   * @param perSecond segments a second; 0 = no limit
   */
  Pace(int perSecond, long now) {
    perNano = perSecond / NANOS;
    burst = Math.max(1, (double) perSecond / BURSTS_A_SECOND);
    tokens = burst;
    filled = now;
    heldUntil = now;
  }

  /** How many may go now. */
  synchronized int allowed(long now) {
    if (now - heldUntil < 0) {
      return 0;
    }
    return isUnlimited() ? Integer.MAX_VALUE : (int) fill(now);
  }

  /** Takes up to {@code wanted} leaves; a hold does not matter here, the carrier will say so. */
  synchronized int take(int wanted, long now) {
    if (isUnlimited()) {
      return wanted;
    }
    int taken = Math.min(wanted, (int) fill(now));
    tokens -= taken;
    return taken;
  }

  /** Time until one may go; 0 when one may go now. */
  synchronized long nanosToNext(long now) {
    long held = Math.max(0, heldUntil - now);
    double missing = isUnlimited() ? 0 : Math.max(0, 1 - fill(now));
    return Math.max(held, missing == 0 ? 0 : (long) Math.ceil(missing / perNano));
  }

  /** Nothing goes for a while: the carrier throttles. */
  synchronized void hold(long now, Duration time) {
    heldUntil = now + time.toNanos();
  }

  private boolean isUnlimited() {
    return perNano == 0;
  }

  private double fill(long now) {
    tokens = Math.min(burst, tokens + Math.max(0, now - filled) * perNano);
    filled = now;
    return tokens;
  }
}
