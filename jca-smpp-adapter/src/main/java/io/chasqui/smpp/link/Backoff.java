package io.chasqui.smpp.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits between attempts: up to 1 s, 2 s, 4 s ... 60 s, evenly spread below the limit so that a
 * restarted SMSC is not met by all links at once.
 */
record Backoff(RandomGenerator random) {
  static final Duration CAP = Duration.ofSeconds(60);
  private static final long SHORTEST = Duration.ofMillis(100).toNanos();
  private static final long BASE = Duration.ofSeconds(1).toNanos();
  private static final int DOUBLINGS_TO_CAP = 6;

  /**
   * @param failures attempts that failed in a row, 1 or more
   */
  Duration after(int failures) {
    long limit =
        Math.min(CAP.toNanos(), BASE << Math.min(DOUBLINGS_TO_CAP, Math.max(0, failures - 1)));
    return Duration.ofNanos(random.nextLong(SHORTEST, limit + 1));
  }
}
