package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.UnreadableEnvelopeException;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkUnavailableException;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Feeds one connector's link from its queue. Before a segment is written to the wire its envelope
 * is moved, durably, to the connector's in-flight queue: what is found there after a crash may have
 * been sent, what is still in the connector's queue has not.
 */
final class ConnectorPump implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.chasqui.dispatch");
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration LINK_LOST = Duration.ofSeconds(5);

  private final ConnectorId connector;
  private final LinkConnection link;
  private final ConnectionFactory broker;
  private final OutcomeJournal journal;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  ConnectorPump(
      ConnectorId connector,
      LinkConnection link,
      ConnectionFactory broker,
      OutcomeJournal journal,
      Clock clock) {
    this.connector = connector;
    this.link = link;
    this.broker = broker;
    this.journal = journal;
    this.clock = clock;
  }

  /** Takes nothing more from the queue; what was taken is still handed to the link. */
  void stop() {
    stopping.countDown();
  }

  @Override
  public void run() {
    while (isRunning()) {
      try (LocalSession session = new LocalSession(broker);
          LocalSession.Inlet inlet = session.inlet(Queues.connector(connector))) {
        while (isRunning()) {
          pump(session, inlet);
        }
      } catch (JMSRuntimeException | LinkUnavailableException e) {
        LOG.log(System.Logger.Level.WARNING, connector + ": paused for a second", e);
        waitAMoment();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void pump(LocalSession session, LocalSession.Inlet inlet) throws InterruptedException {
    int free = link.awaitCapacity(connector, PATIENCE);
    if (free > 0) {
      List<List<OutgoingMessage>> envelopes = take(session, inlet, free);
      if (!envelopes.isEmpty()) {
        submit(session, envelopes.stream().flatMap(List::stream).toList());
      }
    }
  }

  /** What waits, as far as the window has room for it; the first envelope alone is waited for. */
  private List<List<OutgoingMessage>> take(
      LocalSession session, LocalSession.Inlet inlet, int free) {
    List<List<OutgoingMessage>> envelopes = new ArrayList<>();
    int messages = 0;
    Optional<byte[]> envelope = inlet.receive(PATIENCE);
    while (envelope.isPresent()) {
      List<OutgoingMessage> batch = read(session, envelope.get());
      envelopes.add(batch);
      messages += batch.size();
      envelope = messages < free ? inlet.receive(Duration.ZERO) : Optional.empty();
    }
    return envelopes;
  }

  /** What nobody can read is put aside, whole. */
  private List<OutgoingMessage> read(LocalSession session, byte[] envelope) {
    try {
      return OutgoingCodec.INSTANCE.decode(envelope);
    } catch (UnreadableEnvelopeException e) {
      LOG.log(System.Logger.Level.ERROR, connector + ": an envelope goes to " + Queues.DEAD, e);
      session.send(Queues.DEAD, envelope);
      return List.of();
    }
  }

  private void submit(LocalSession session, List<OutgoingMessage> messages)
      throws InterruptedException {
    Instant now = clock.instant();
    Map<OutgoingMessage, Set<Integer>> parts = new HashMap<>();
    List<Segment> segments = new ArrayList<>();
    List<LedgerEntry> expired = new ArrayList<>();
    for (OutgoingMessage message : messages) {
      List<Segment> open = message.segments(now);
      if (message.isExpiredAt(now)) {
        open.forEach(
            segment -> expired.add(new LedgerEntry.Expired(message.id(), segment.part(), now)));
      } else {
        segments.addAll(open);
        parts.put(message, open.stream().map(Segment::part).collect(Collectors.toSet()));
      }
    }
    if (!expired.isEmpty()) {
      session.send(Queues.LEDGER, LedgerCodec.INSTANCE.encode(expired));
    }
    String key = MessageId.next(clock).toString();
    if (!segments.isEmpty()) {
      session.send(
          Queues.inFlight(connector),
          OutgoingCodec.INSTANCE.encode(List.copyOf(parts.keySet())),
          Duration.ZERO,
          Map.of(OutcomeJournal.CHUNK_PROPERTY, key));
    }
    session.commit();
    if (!segments.isEmpty()) {
      handOver(new InFlightChunk(connector, key, parts), segments);
    }
  }

  /** In slices of what the window holds; what is left when the link is lost is deferred. */
  private void handOver(InFlightChunk chunk, List<Segment> segments) throws InterruptedException {
    int next = 0;
    try {
      int free = awaitWindow();
      while (free > 0 && next < segments.size()) {
        int end = Math.min(segments.size(), next + free);
        link.submit(connector, segments.subList(next, end), outcome -> journal.add(chunk, outcome));
        next = end;
        free = next < segments.size() ? awaitWindow() : 0;
      }
    } finally {
      defer(chunk, segments.subList(next, segments.size()));
    }
  }

  private int awaitWindow() throws InterruptedException {
    Instant giveUp = clock.instant().plus(LINK_LOST);
    int free = link.awaitCapacity(connector, PATIENCE);
    while (free == 0 && isRunning() && clock.instant().isBefore(giveUp)) {
      free = link.awaitCapacity(connector, PATIENCE);
    }
    return free;
  }

  private void defer(InFlightChunk chunk, List<Segment> segments) {
    for (Segment segment : segments) {
      journal.add(
          chunk,
          new SubmitOutcome.Deferred(
              segment.message(), segment.part(), clock.instant(), 0, "the link is not ready"));
    }
  }

  private boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private void waitAMoment() {
    try {
      stopping.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
