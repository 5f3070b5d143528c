package io.chasqui.app.intake;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
    return accept(SubmitBatch.of(request));
  }

  /** As above, whole or not at all; answers the id from which its messages' follow. */
  public MessageId accept(SubmitBatch batch) {
    MessageId id = MessageId.next(clock);
    accept(batch.toMessages(id, clock.instant()), line::put);
    return id;
  }

  /**
   * As above, under an id that an idempotency key was given. Never twice under one id: when the
   * first request died, {@link #standing} tells whether to.
   */
  public void accept(MessageId id, SubmitBatch batch) {
    accept(batch.toMessages(id, clock.instant()), messages -> line.putKeyed(id, messages));
  }

  /** Many at once, each under the id it has; those not durable are nowhere, or not surely so. */
  public Map<MessageId, Fate> acceptAll(List<OutgoingMessage> messages) {
    recent.addAll(messages);
    Map<MessageId, Fate> fates = line.putAll(messages);
    fates.forEach(this::forgetUnlessDurable);
    return fates;
  }

  private void forgetUnlessDurable(MessageId id, Fate fate) {
    if (fate != Fate.DURABLE) {
      recent.remove(id);
    }
  }

  private void accept(List<OutgoingMessage> messages, Consumer<List<OutgoingMessage>> line) {
    recent.addAll(messages);
    try {
      line.accept(messages);
    } catch (RuntimeException notCertain) {
      messages.forEach(message -> recent.remove(message.id()));
      throw notCertain;
    }
  }

  /** Whether what a keyed request brought was accepted that never got to its answer. */
  public Standing standing(MessageId id) {
    return line.standing(id);
  }

  /** A keyed request's answer is stored. */
  public void answered(MessageId id) {
    line.answered(id);
  }
}
