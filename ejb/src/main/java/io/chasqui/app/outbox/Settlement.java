package io.chasqui.app.outbox;

import io.chasqui.domain.esme.Redelivery;
import java.util.Optional;

/**
 * What came of an attempt.
 *
 * @param redelivery empty: the ESME has it
 */
record Settlement(WaitingDelivery waiting, Optional<Redelivery> redelivery) {
  int attempts() {
    return waiting.attempts() + 1;
  }
}
