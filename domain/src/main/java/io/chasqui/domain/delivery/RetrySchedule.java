package io.chasqui.domain.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failed attempt. Waits are spread by a tenth either way, so that the
 * deliveries which failed together do not come back together.
 */
public final class RetrySchedule {
  /** Attempts at 0, 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 hours: a day in all. */
  private static final List<Duration> STANDARD =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(295),
          Duration.ofMinutes(25),
          Duration.ofMinutes(90),
          Duration.ofHours(3),
          Duration.ofHours(5),
          Duration.ofHours(4),
          Duration.ofHours(6),
          Duration.ofHours(4));

  /** No endpoint may ask us to wait longer than our own longest wait. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(6);

  private static final double SPREAD = 0.1;

  private final List<Duration> waits;

  /**
   * @param waits after the first, second, ... failed attempt
   */
  public RetrySchedule(List<Duration> waits) {
    this.waits = List.copyOf(waits);
  }

  public static RetrySchedule standard() {
    return new RetrySchedule(STANDARD);
  }

  /**
   * The wait before the next attempt, or nothing when there is to be none.
   *
   * @param attempts made so far, 1 or more
   * @param retryAfter what the endpoint asked for: never undercut, up to six hours
   */
  public Optional<Duration> afterAttempt(
      int attempts, Optional<Duration> retryAfter, RandomGenerator random) {
    if (attempts > waits.size()) {
      return Optional.empty();
    }
    Duration own =
        stretched(waits.get(attempts - 1), 1 - SPREAD + 2 * SPREAD * random.nextDouble());
    Duration asked = retryAfter.map(RetrySchedule::bounded).orElse(Duration.ZERO);
    Duration spreadAsked = stretched(asked, 1 + SPREAD * random.nextDouble());
    return Optional.of(own.compareTo(spreadAsked) > 0 ? own : spreadAsked);
  }

  private static Duration bounded(Duration asked) {
    return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
  }

  private static Duration stretched(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }
}
