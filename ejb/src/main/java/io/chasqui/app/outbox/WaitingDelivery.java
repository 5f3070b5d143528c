package io.chasqui.app.outbox;

import io.chasqui.domain.esme.EsmeDelivery;
import java.time.Instant;

/**
 * A row of the outbox that waits.
 *
 * @param attempts made so far
 */
record WaitingDelivery(EsmeDelivery delivery, int attempts, Instant createdAt, Instant dueAt) {
  long id() {
    return delivery.id();
  }

  boolean isDue(Instant now) {
    return !dueAt.isAfter(now);
  }
}
