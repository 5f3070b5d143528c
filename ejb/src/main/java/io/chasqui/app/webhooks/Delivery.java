package io.chasqui.app.webhooks;

import io.chasqui.domain.message.MessageId;
import java.time.Instant;

/**
 * A row of the outbox that is not over.
 *
 * @param attempts made so far
 */
record Delivery(
    String id,
    String clientId,
    MessageId messageId,
    String type,
    String body,
    int attempts,
    Instant dueAt) {
  static final String RECEIVED = "message.received";

  /** Whether the message's status tells what becomes of this delivery. */
  boolean movesMessage() {
    return type.equals(RECEIVED);
  }

  boolean isDue(Instant now) {
    return !dueAt.isAfter(now);
  }
}
