package io.chasqui.app.intake;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** The gateway cannot take the message now; nothing of it was kept, the client may try again. */
@ApplicationException
public class IntakeBusyException extends RuntimeException {
  private final Duration retryAfter;

  public IntakeBusyException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
