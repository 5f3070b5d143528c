package io.chasqui.app.dispatch;

import io.chasqui.domain.link.SubmitOutcome;
import java.time.Duration;
import java.util.List;

/** How long a deferred part waits on the broker before its next attempt. */
final class RetryDelay {
  private static final List<Duration> BY_ATTEMPT =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30));
  private static final Duration LATER = Duration.ofMinutes(1);

  private RetryDelay() {}

  /**
   * @param attempt the one that was deferred, 1 or more
   */
  static Duration after(int attempt, SubmitOutcome.Deferred outcome) {
    if (outcome.commandStatus() == 0) {
      // The link itself deferred: its queue is not read until it can take messages again.
      return BY_ATTEMPT.get(0);
    }
    return attempt <= BY_ATTEMPT.size() ? BY_ATTEMPT.get(attempt - 1) : LATER;
  }
}
