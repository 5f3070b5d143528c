package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.UnreadableEnvelopeException;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  private final ConnectionFactory broker;
  private final Clock clock;

  InFlightRecovery(ConnectionFactory broker, Clock clock) {
    this.broker = broker;
    this.clock = clock;
  }

  void settle(ConnectorId connector) {
    int settled = 0;
    try (LocalSession session = new LocalSession(broker);
        LocalSession.Inlet inlet = session.inlet(Queues.inFlight(connector))) {
      Optional<byte[]> left = inlet.receive(Duration.ZERO);
      while (left.isPresent()) {
        settled += settle(session, connector, left.get());
        session.commit();
        left = inlet.receive(Duration.ZERO);
      }
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

  private int settle(LocalSession session, ConnectorId connector, byte[] octets) {
    List<LedgerEntry> news = new ArrayList<>();
    try {
      OutgoingCodec.INSTANCE
          .decode(octets)
          .forEach(message -> news.addAll(unknown(connector, message)));
      session.send(Queues.LEDGER, LedgerCodec.INSTANCE.encode(news));
    } catch (UnreadableEnvelopeException e) {
      LOG.log(System.Logger.Level.ERROR, connector + ": an envelope goes to " + Queues.DEAD, e);
      session.send(Queues.DEAD, octets);
    }
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
