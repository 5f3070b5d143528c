package io.chasqui.domain.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** What follows from an attempt (Standard Webhooks 1.0, "Delivery attempts"). */
public sealed interface PushVerdict {
  int GONE = 410;

  /** Any 2xx. */
  record Delivered() implements PushVerdict {}

  /** 410: the endpoint is to be switched off, and this delivery is over with it. */
  record Gone() implements PushVerdict {}

  /**
   * Everything else, redirects among it: they are never followed.
   *
   * @param after the wait before the next attempt
   */
  record Retry(Duration after) implements PushVerdict {}

  /** It failed as often as the schedule allows; kept, and may be replayed. */
  record Dead() implements PushVerdict {}

  /**
   * @param attempts made so far, this one included
   */
  static PushVerdict of(
      PushAnswer answer, int attempts, RetrySchedule schedule, RandomGenerator random) {
    if (answer.status() / 100 == 2) {
      return new Delivered();
    }
    if (answer.status() == GONE) {
      return new Gone();
    }
    return schedule
        .afterAttempt(attempts, answer.retryAfter(), random)
        .<PushVerdict>map(Retry::new)
        .orElseGet(Dead::new);
  }
}
