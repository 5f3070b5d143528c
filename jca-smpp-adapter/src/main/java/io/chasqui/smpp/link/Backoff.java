package io.chasqui.smpp.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits between attempts: up to the shortest, twice that, four times ... the longest, evenly spread
 * below the limit so that a restarted SMSC is not met by all links at once.
 */
record Backoff(Duration shortest, Duration longest, RandomGenerator random) {
  private static final int MOST_DOUBLINGS = 20;

  /**
   * @param failures attempts that failed in a row, 1 or more
   */
  Duration after(int failures) {
    int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1));
    long limit = Math.min(longest.toNanos(), shortest.multipliedBy(1L << doublings).toNanos());
    return Duration.ofNanos(random.nextLong(shortest.toNanos() / 10, limit + 1));
  }
}
