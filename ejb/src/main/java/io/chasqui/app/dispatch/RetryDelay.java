package io.chasqui.app.dispatch;

import java.time.Duration;
import java.util.List;

/** How long a refused part waits where no table of the connector's says so. */
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
   * @param attempt the one that was refused, 1 or more
   */
  static Duration after(int attempt) {
    return attempt <= BY_ATTEMPT.size() ? BY_ATTEMPT.get(attempt - 1) : LATER;
  }
}
