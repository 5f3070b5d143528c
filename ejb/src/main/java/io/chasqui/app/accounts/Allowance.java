package io.chasqui.app.accounts;

import java.time.Duration;

/**
 * Whether a key may send what it wants to send now.
 *
 * @param retryAfter when asking again may help; zero when granted
 */
public record Allowance(boolean granted, Duration retryAfter) {
  static final Allowance GRANTED = new Allowance(true, Duration.ZERO);

  static Allowance refusedFor(Duration retryAfter) {
    return new Allowance(false, retryAfter);
  }
}
