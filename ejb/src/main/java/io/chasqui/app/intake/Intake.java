package io.chasqui.app.intake;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Consumer;

/** Accepts messages: returning means that the message is durable. */
@ApplicationScoped
public class Intake {
  @Inject private Clock clock;
  @Inject private IntakeLine line;
  @Inject private RecentlyAccepted recent;

  /**
   * @return the message's id, under which it can be looked up at once
   * @throws IntakeBusyException when it could not be made durable; it will not be sent
   * @throws IntakeUnsureException when the broker did not say; it may be sent
   */
  public MessageId accept(SubmitRequest request) {
    MessageId id = MessageId.next(clock);
    accept(request.toMessage(id, clock.instant()), line::put);
    return id;
  }

  /**
   * As above, under an id that an idempotency key was given. Never twice under one id: when the
   * first request died, {@link #standing} tells whether to.
   */
  public void accept(MessageId id, SubmitRequest request) {
    accept(request.toMessage(id, clock.instant()), line::putKeyed);
  }

  private void accept(OutgoingMessage message, Consumer<OutgoingMessage> line) {
    recent.add(message);
    try {
      line.accept(message);
    } catch (RuntimeException notCertain) {
      recent.remove(message.id());
      throw notCertain;
    }
  }

  /** Whether the message of a keyed request was accepted that never got to its answer. */
  public Standing standing(MessageId id) {
    return line.standing(id);
  }

  /** A keyed request's answer is stored. */
  public void answered(MessageId id) {
    line.answered(id);
  }
}
