package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.DepartureNotes;
import io.chasqui.app.messaging.EnvelopeReader;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.Workers;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Settles what a former run left in flight: it may have been sent, and nobody heard the answer. The
 * ledger, which may know better by now, keeps a definite outcome over this one.
 */
final class InFlightRecovery {
  private static final System.Logger LOG = System.getLogger("io.chasqui.dispatch");
  private static final String REASON =
      "the gateway stopped before the carrier's answer was written down; the carrier may have it";

  private final Workers workers;
  private final Clock clock;

  InFlightRecovery(Workers workers, Clock clock) {
    this.workers = workers;
    this.clock = clock;
  }

  void settle(ConnectorId connector) {
    int settled = 0;
    try (LocalSession session = workers.session();
        EnvelopeReader<OutgoingMessage> left = reader(session, connector)) {
      Optional<List<OutgoingMessage>> envelope = left.read(Duration.ZERO);
      while (envelope.isPresent()) {
        settled += settle(session, connector, envelope.get());
        envelope = left.read(Duration.ZERO);
      }
      session.commit();
    }
    if (settled > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}: {1} segments were under way when the gateway stopped; without an answer they are"
              + " unknown until a receipt tells",
          connector,
          settled);
    }
  }

  private static EnvelopeReader<OutgoingMessage> reader(
      LocalSession session, ConnectorId connector) {
    return new EnvelopeReader<>(session, Queues.inFlight(connector), OutgoingCodec.INSTANCE);
  }

  private int settle(LocalSession session, ConnectorId connector, List<OutgoingMessage> messages) {
    List<LedgerEntry> news =
        messages.stream().flatMap(message -> unknown(connector, message).stream()).toList();
    DepartureNotes.tell(session, news);
    session.commit();
    return news.size();
  }

  private List<LedgerEntry> unknown(ConnectorId connector, OutgoingMessage message) {
    Instant now = clock.instant();
    return message.segments(now).stream()
        .<LedgerEntry>map(
            segment ->
                new LedgerEntry.Submitted(
                    connector,
                    new SubmitOutcome.Unknown(message.id(), segment.part(), now, REASON)))
        .toList();
  }
}
