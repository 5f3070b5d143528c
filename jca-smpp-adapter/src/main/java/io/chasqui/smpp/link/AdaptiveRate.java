package io.chasqui.smpp.link;

/**
 * The rate a carrier lets pass. When it throttles, half of what went is allowed at once; each
 * second without throttling then gives a twentieth back, up to the rate agreed. Without one the
 * limit goes on rising, and is lifted at twice the rate that was too much. Not safe for several
 * threads.
 */
final class AdaptiveRate {
  /** Below this many a second, throttling is not about our rate; a pause does. */
  private static final double TRICKLE = 10;

  private static final double LOWEST = 1;
  private static final int STEPS = 20;
  private static final double SECOND = 1e9;

  private final double agreed;
  private double limit;
  private double tooMuch;
  private long cutAt;
  private long raisedAt;
  private boolean slowed;

  /**
   * @param agreed segments a second; 0 = no limit
   */
  AdaptiveRate(double agreed) {
    this.agreed = agreed;
    this.limit = agreed;
  }

  /** Segments a second allowed now; 0 = no limit. */
  double perSecond(long now) {
    if (slowed) {
      recover(now);
    }
    return limit;
  }

  /** Whether less is allowed than was agreed. */
  boolean isSlowed() {
    return slowed;
  }

  /**
   * The carrier throttles.
   *
   * @param measured segments that went in the last second
   * @return whether the rate was lowered: once a second, for the answers to what was sent before
   *     say nothing new
   */
  boolean throttled(long now, double measured) {
    double allowed = perSecond(now);
    double present = allowed == 0 ? measured : allowed;
    boolean again = slowed && now - cutAt < SECOND;
    if (again || (allowed == 0 && present < TRICKLE)) {
      return false;
    }
    tooMuch = present;
    limit = Math.max(LOWEST, present / 2);
    slowed = true;
    cutAt = now;
    raisedAt = now;
    return true;
  }

  private void recover(long now) {
    long seconds = (long) ((now - raisedAt) / SECOND);
    if (seconds > 0) {
      raisedAt += (long) (seconds * SECOND);
      limit += seconds * Math.max(LOWEST, (agreed == 0 ? tooMuch : agreed) / STEPS);
      endAt(agreed == 0 ? 2 * tooMuch : agreed);
    }
  }

  private void endAt(double enough) {
    if (limit >= enough) {
      limit = agreed;
      slowed = false;
    }
  }
}
