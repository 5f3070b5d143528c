package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.ConnectorQueue;
import io.chasqui.app.messaging.EnvelopeReader;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.Task;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Feeds one connector's link from its queue. Before a segment is written to the wire its envelope
 * is moved, durably, to the connector's in-flight queue: what is found there after a crash may have
 * been sent, what is still in the connector's queue has not.
 */
final class ConnectorPump implements Task {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration LINK_LOST = Duration.ofSeconds(5);

  private final ConnectorId connector;
  private final LinkConnection link;
  private final OutcomeJournal journal;
  private final Clock clock;
  private volatile boolean stopping;

  ConnectorPump(ConnectorId connector, LinkConnection link, OutcomeJournal journal, Clock clock) {
    this.connector = connector;
    this.link = link;
    this.journal = journal;
    this.clock = clock;
  }

  /** Takes nothing more from the queue; what was taken is still handed to the link. */
  @Override
  public void stopping() {
    stopping = true;
  }

  @Override
  public Turn begin(LocalSession session) {
    return new Feeding(session);
  }

  /** Reads the queue while the link is bound; else what waits there is left to others to see. */
  private final class Feeding implements Turn {
    private final LocalSession session;
    private Optional<EnvelopeReader<OutgoingMessage>> queue = Optional.empty();

    Feeding(LocalSession session) {
      this.session = session;
    }

    @Override
    public void run() throws InterruptedException {
      int free = link.awaitCapacity(connector, PATIENCE);
      if (free > 0) {
        queue = queue.or(() -> Optional.of(ConnectorQueue.reader(session, connector)));
        depart(session, take(queue.get(), free));
      } else if (link.status(connector).state() != LinkState.BOUND) {
        queue.ifPresent(EnvelopeReader::close);
        queue = Optional.empty();
      }
    }
  }

  /** What waits, as far as the window has room for it; the first envelope alone is waited for. */
  private static List<OutgoingMessage> take(EnvelopeReader<OutgoingMessage> queue, int free) {
    List<OutgoingMessage> messages = new ArrayList<>();
    Optional<List<OutgoingMessage>> envelope = queue.read(PATIENCE);
    while (envelope.isPresent()) {
      messages.addAll(envelope.get());
      envelope = messages.size() < free ? queue.read(Duration.ZERO) : Optional.empty();
    }
    return messages;
  }

  private void depart(LocalSession session, List<OutgoingMessage> messages)
      throws InterruptedException {
    Instant now = clock.instant();
    Departures departures = Departures.of(messages, now);
    departures.tellExpired(session);
    Map<OutgoingMessage, Set<Integer>> parts = new HashMap<>();
    List<Segment> segments = new ArrayList<>();
    for (OutgoingMessage message : departures.valid()) {
      List<Segment> open = message.segments(now);
      segments.addAll(open);
      parts.put(message, open.stream().map(Segment::part).collect(Collectors.toSet()));
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
    while (free == 0 && !stopping && clock.instant().isBefore(giveUp)) {
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
}
