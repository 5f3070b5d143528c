package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.smpp.esme.DeliveryWindow.Pending;
import io.chasqui.smpp.mapping.DeliveryPdu;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What one session is given, up to each one's outcome. */
record EsmeDeliveries(DeliveryWindow window, DeliveryPdu pdus, Figures figures) {
  private static final Logger LOG = System.getLogger(EsmeDeliveries.class.getName());

  /** The PDU to write; empty when there is no place. */
  Optional<Pdu> reserve(
      int sequence, EsmeDelivery delivery, Consumer<DeliveryOutcome> sink, long now) {
    Pdu pdu = pdus.compose(sequence, delivery);
    return window.reserve(sequence, delivery, sink, now) ? Optional.of(pdu) : Optional.empty();
  }

  /** The ESME's answer, by whichever response or generic_nack; whether one was waited for. */
  boolean onResponse(Pdu response) {
    Optional<Pending> answered = window.answered(response.sequence());
    answered.ifPresentOrElse(
        pending -> settle(pending, response.status()), () -> figures.count(Figures.Kind.STRAY));
    return answered.isPresent();
  }

  private void settle(Pending pending, int status) {
    if (status == CommandStatus.OK) {
      figures.count(Figures.Kind.DELIVERED);
      report(pending.sink(), new DeliveryOutcome.Taken(pending.id()));
    } else {
      report(pending.sink(), new DeliveryOutcome.Refused(pending.id(), status));
    }
  }

  /** Gives up on answers that are overdue; whether there were any. */
  boolean sweep(long now, Duration timeout) {
    List<Pending> late = window.overdue(now, timeout);
    late.forEach(EsmeDeliveries::unanswered);
    return !late.isEmpty();
  }

  void end() {
    window.close().forEach(EsmeDeliveries::unanswered);
  }

  private static void unanswered(Pending pending) {
    report(pending.sink(), new DeliveryOutcome.Unanswered(pending.id()));
  }

  /** A sink's trouble must not cost the peer its session. */
  static void report(Consumer<DeliveryOutcome> sink, DeliveryOutcome outcome) {
    try {
      sink.accept(outcome);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "esme: the outcome of delivery " + outcome.id() + " was not taken", e);
    }
  }
}
