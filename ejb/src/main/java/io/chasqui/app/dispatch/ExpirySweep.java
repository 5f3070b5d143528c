package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.ConnectorQueue;
import io.chasqui.app.messaging.EnvelopeReader;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Takes what has expired out of some connectors' queues, which the broker searches side by side.
 */
final class ExpirySweep implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.chasqui.dispatch");

  /** For the broker to look through a long queue. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final LocalSession session;
  private final Instant now;
  private final List<Expired> queues = new ArrayList<>();

  private record Expired(ConnectorId connector, EnvelopeReader<OutgoingMessage> envelopes) {}

  ExpirySweep(LocalSession session, Collection<ConnectorId> connectors, Instant now) {
    this.session = session;
    this.now = now;
    for (ConnectorId id : connectors) {
      queues.add(new Expired(id, ConnectorQueue.expired(session, id, now)));
      queues.add(new Expired(id, ConnectorQueue.expiredAtHead(session, id, now)));
    }
  }

  /** What the broker has not found by now is found by the next sweep. */
  void endExpired(Clock clock) {
    Instant found = clock.instant().plus(PATIENCE);
    for (Expired queue : queues) {
      report(queue.connector(), end(queue, Duration.between(clock.instant(), found)));
    }
    session.commit();
  }

  private int end(Expired queue, Duration patience) {
    int expired = 0;
    Optional<List<OutgoingMessage>> envelope = queue.envelopes().read(patience);
    while (envelope.isPresent()) {
      Departures taken = Departures.of(envelope.get(), now);
      end(queue.connector(), taken);
      expired += taken.expired().size();
      envelope = queue.envelopes().read(patience);
    }
    return expired;
  }

  /** What is still valid goes back, to the end of the queue. */
  private void end(ConnectorId connector, Departures taken) {
    taken.tellExpired(session);
    if (!taken.valid().isEmpty()) {
      ConnectorQueue.send(session, connector, taken.valid(), Duration.ZERO);
    }
    session.commit();
  }

  private static void report(ConnectorId connector, int expired) {
    if (expired > 0) {
      LOG.log(Level.INFO, "{0}: {1} messages expired while they waited for it", connector, expired);
    }
  }

  @Override
  public void close() {
    queues.forEach(queue -> queue.envelopes().close());
  }
}
