package io.chasqui.app.intake;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Accepts messages: returning means that the message is durable. */
@ApplicationScoped
public class Intake {
  @Inject private Clock clock;
  @Inject private IntakeLine line;
  @Inject private RecentlyAccepted recent;

  /**
   * @return the message's id, under which it can be looked up at once
   * @throws IntakeBusyException when it could not be made durable; it will not be sent
   */
  public MessageId accept(SubmitRequest request) {
    return accept(MessageId.next(clock), request);
  }

  /** As above, under an id given before: the same id again is the same message. */
  public MessageId accept(MessageId id, SubmitRequest request) {
    OutgoingMessage message = request.toMessage(id, clock.instant());
    recent.add(message);
    try {
      line.put(message);
    } catch (RuntimeException refused) {
      recent.remove(id);
      throw refused;
    }
    return id;
  }
}
