package io.chasqui.app.webhooks;

import io.chasqui.domain.delivery.PushAnswer;
import io.chasqui.domain.delivery.PushVerdict;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt and what follows from it.
 *
 * @param target nothing when there was no endpoint to ask
 */
record Settlement(
    Delivery delivery,
    Optional<PushTarget> target,
    PushAnswer answer,
    PushVerdict verdict,
    Instant at) {
  int attempts() {
    return delivery.attempts() + 1;
  }

  boolean answered() {
    return answer instanceof PushAnswer.Answered;
  }
}
