package io.chasqui.domain.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to tell an endpoint. */
public sealed interface PushAnswer {
  /** For an operator's eyes, as {@code webhook answered 503}. */
  String detail();

  /** The HTTP status, 0 when there was no answer. */
  int status();

  /** How long the endpoint asked us to wait. */
  Optional<Duration> retryAfter();

  /**
   * @param status of HTTP, 100-599
   */
  record Answered(int status, Optional<Duration> retryAfter) implements PushAnswer {
    @Override
    public String detail() {
      return "webhook answered " + status;
    }
  }

  /**
   * @param detail why there was none
   */
  record NoAnswer(String detail) implements PushAnswer {
    @Override
    public int status() {
      return 0;
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.empty();
    }
  }
}
