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
import java.util.UUID;

/**
 * Takes what has expired out of some connectors' queues, which the broker searches side by side.
 */
final class ExpirySweep implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.chasqui.dispatch");

  /** For the broker to look through a long queue. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final LocalSession session;
  private final Withdrawals withdrawals;
  private final Instant now;
  private final List<Expired> queues = new ArrayList<>();

  private record Expired(ConnectorId connector, EnvelopeReader<OutgoingMessage> envelopes) {}

  ExpirySweep(
      LocalSession session,
      Collection<ConnectorId> connectors,
      Withdrawals withdrawals,
      Instant now) {
    this.session = session;
    this.withdrawals = withdrawals;
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
      expired += end(queue.connector(), envelope.get());
      envelope = queue.envelopes().read(patience);
    }
    return expired;
  }

  /**
   * What is still valid goes back, to the end of the queue. Meanwhile it counts as being with the
   * link, so that nobody takes back what is just being told to have expired.
   */
  private int end(ConnectorId connector, List<OutgoingMessage> envelope) {
    String key = UUID.randomUUID().toString();
    List<OutgoingMessage> undecided = new ArrayList<>();
    Departures taken = Departures.of(withdrawals.takeUp(key, envelope, undecided::add), now);
    taken.tellExpired(session);
    putBack(connector, taken.valid(), Duration.ZERO);
    putBack(connector, undecided, Withdrawals.UNDECIDED);
    session.commit();
    withdrawals.landed(key);
    return taken.expired().size();
  }

  private void putBack(ConnectorId connector, List<OutgoingMessage> messages, Duration delay) {
    if (!messages.isEmpty()) {
      ConnectorQueue.send(session, connector, messages, delay);
    }
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
