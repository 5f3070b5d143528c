package io.chasqui.app.outbox;

import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.message.MessageId;
import java.time.Instant;

/**
 * A row of the outbox that waits.
 *
 * @param message the one it tells of, or is
 * @param attempts made so far
 */
record WaitingDelivery(
    EsmeDelivery delivery, MessageId message, int attempts, Instant createdAt, Instant dueAt) {
  long id() {
    return delivery.id();
  }

  boolean isDue(Instant now) {
    return !dueAt.isAfter(now);
  }
}
