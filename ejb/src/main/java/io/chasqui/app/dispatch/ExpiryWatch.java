package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.ConnectorQueue;
import io.chasqui.app.messaging.EnvelopeReader;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Task;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends messages whose validity ends while they wait for a link that does not take them: stopped,
 * not bound, or deleted. A pump in service does so itself; what it was given is not seen here.
 */
final class ExpiryWatch implements Task {
  private static final System.Logger LOG = System.getLogger("io.chasqui.dispatch");

  /** For the broker to look through a long queue. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final Supplier<Collection<ConnectorId>> connectors;
  private final Withdrawals withdrawals;
  private final Clock clock;

  ExpiryWatch(Supplier<Collection<ConnectorId>> connectors, Withdrawals withdrawals, Clock clock) {
    this.connectors = connectors;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  @Override
  public Turn begin(LocalSession session) {
    return () -> connectors.get().forEach(id -> sweep(session, id));
  }

  private void sweep(LocalSession session, ConnectorId connector) {
    Instant now = clock.instant();
    try (EnvelopeReader<OutgoingMessage> waiting = ConnectorQueue.expired(session, connector, now);
        EnvelopeReader<OutgoingMessage> first =
            ConnectorQueue.expiredAtHead(session, connector, now)) {
      int expired = end(session, connector, waiting, now) + end(session, connector, first, now);
      report(connector, expired);
    }
  }

  private int end(
      LocalSession session,
      ConnectorId connector,
      EnvelopeReader<OutgoingMessage> queue,
      Instant now) {
    int expired = 0;
    Optional<List<OutgoingMessage>> envelope = queue.read(PATIENCE);
    while (envelope.isPresent()) {
      expired += end(session, connector, envelope.get(), now);
      envelope = queue.read(PATIENCE);
    }
    session.commit();
    return expired;
  }

  /**
   * What is still valid goes back, to the end of the queue. Meanwhile it counts as being with the
   * link, so that nobody takes back what is just being told to have expired.
   */
  private int end(
      LocalSession session, ConnectorId connector, List<OutgoingMessage> envelope, Instant now) {
    String key = MessageId.next(clock).toString();
    List<OutgoingMessage> undecided = new ArrayList<>();
    Departures taken = Departures.of(withdrawals.takeUp(key, envelope, undecided::add), now);
    taken.tellExpired(session);
    putBack(session, connector, taken.valid(), Duration.ZERO);
    putBack(session, connector, undecided, Withdrawals.UNDECIDED);
    session.commit();
    withdrawals.landed(key);
    return taken.expired().size();
  }

  private static void putBack(
      LocalSession session, ConnectorId connector, List<OutgoingMessage> messages, Duration delay) {
    if (!messages.isEmpty()) {
      ConnectorQueue.send(session, connector, messages, delay);
    }
  }

  private static void report(ConnectorId connector, int expired) {
    if (expired > 0) {
      LOG.log(Level.INFO, "{0}: {1} messages expired while they waited for it", connector, expired);
    }
  }
}
