package io.chasqui.app.intake;

import io.chasqui.domain.message.MessageId;
import jakarta.ejb.ApplicationException;

/**
 * Nobody can tell yet whether the message was accepted: the broker was told to keep it and did not
 * answer. It may be sent; another message would be a second one.
 */
@ApplicationException
public class IntakeUnsureException extends RuntimeException {
  private final MessageId id;

  public IntakeUnsureException(MessageId id) {
    super("the broker did not say whether it keeps message " + id);
    this.id = id;
  }

  /** Under which it can be looked up if it was accepted. */
  public MessageId id() {
    return id;
  }
}
