package io.chasqui.smpp.link;

import java.time.Duration;

/**
 * The rate of a link, in segments, as a token bucket over all its sessions. It holds a twentieth of
 * a second, for carriers count per second and a larger burst is throttled. When the carrier
 * throttles, it pauses and goes on slower.
 */
final class Pace {
  private static final double NANOS = 1e9;
  private static final int BURSTS_A_SECOND = 20;

  private final AdaptiveRate rate;
  private final RateMeter meter;
  private double tokens;
  private long filled;
  private long heldUntil;

  /**
   * @param perSecond segments a second; 0 = no limit
   */
  Pace(int perSecond, long now) {
    rate = new AdaptiveRate(perSecond);
    meter = new RateMeter(now);
    tokens = burst(perSecond);
    filled = now;
    heldUntil = now;
  }

  /** How many may go now. */
  synchronized int allowed(long now) {
    if (now - heldUntil < 0) {
      return 0;
    }
    return isUnlimited(now) ? Integer.MAX_VALUE : (int) Math.max(0, fill(now));
  }

  /**
   * Takes leave for all segments of a message together, or for none: a message begun is not held up
   * between its parts, the next one waits for it. A hold does not matter here, the carrier will say
   * so.
   */
  synchronized boolean take(int segments, long now) {
    if (!isUnlimited(now)) {
      if (fill(now) < 1) {
        return false;
      }
      tokens -= segments;
    }
    meter.count(segments, now);
    return true;
  }

  /** Time until one may go; 0 when one may go now. */
  synchronized long nanosToNext(long now) {
    long held = Math.max(0, heldUntil - now);
    double missing = isUnlimited(now) ? 0 : Math.max(0, 1 - fill(now));
    return Math.max(held, missing == 0 ? 0 : (long) Math.ceil(missing / perNano(now)));
  }

  /**
   * The carrier throttles: nothing goes for a while, and less then.
   *
   * @return whether the rate was lowered
   */
  synchronized boolean throttled(long now, Duration hold) {
    heldUntil = now + hold.toNanos();
    return rate.throttled(now, meter.lastSecond(now));
  }

  /** Whether the carrier's throttling is felt. */
  synchronized boolean isSlowed(long now) {
    return now - heldUntil < 0 || rate.isSlowed();
  }

  /** Segments a second allowed now; 0 = no limit. */
  synchronized double perSecond(long now) {
    return rate.perSecond(now);
  }

  private boolean isUnlimited(long now) {
    return rate.perSecond(now) == 0;
  }

  private double perNano(long now) {
    return rate.perSecond(now) / NANOS;
  }

  private static double burst(double perSecond) {
    return Math.max(1, perSecond / BURSTS_A_SECOND);
  }

  private double fill(long now) {
    double added = Math.max(0, now - filled) * perNano(now);
    tokens = Math.min(burst(rate.perSecond(now)), tokens + added);
    filled = now;
    return tokens;
  }
}
