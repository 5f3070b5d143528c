package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.ConnectorQueue;
import io.chasqui.app.messaging.EnvelopeReader;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.Task;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  /** Until it is decided whether a message is taken back. */
  private static final Duration UNDECIDED = Duration.ofSeconds(1);

  /** What lies at the head unannounced, left by a former run or a failed turn, is found by then. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final ConnectorId connector;
  private final LinkConnection link;
  private final OutcomeJournal journal;
  private final Withdrawals withdrawals;
  private final Sequels sequels;
  private final Returns returns;
  private final Clock clock;
  private volatile boolean stopping;

  /** Whose commit has not been answered; no link has seen it. */
  private Optional<Departure> doubtful = Optional.empty();

  ConnectorPump(
      LinkSettings settings,
      LinkConnection link,
      OutcomeJournal journal,
      Withdrawals withdrawals,
      Clock clock) {
    this.connector = settings.id();
    this.link = link;
    this.journal = journal;
    this.withdrawals = withdrawals;
    this.sequels = Sequels.of(settings);
    this.returns = new Returns(clock);
    this.clock = clock;
  }

  /** Takes nothing more from the queue; what was taken is still handed to the link. */
  @Override
  public void stopping() {
    stopping = true;
  }

  /**
   * Messages from the queue.
   *
   * @param places they had, of those that came back
   * @param returned how much had come back when they were taken
   */
  private record Taken(
      List<OutgoingMessage> messages, Map<MessageId, Long> places, long returned) {}

  /**
   * An envelope on its way to the link.
   *
   * @param returned how much had come back when its messages were taken
   */
  private record Departure(InFlightChunk chunk, List<Segment> segments, long returned) {}

  /**
   * After a commit whose answer was lost, its envelope is in flight or still in the queue. It is
   * told to come back either way: the journal gives back only what it finds in flight.
   */
  @Override
  public Turn begin(LocalSession session) {
    doubtful.ifPresent(lost -> holdBack(lost.chunk(), lost.segments()));
    doubtful = Optional.empty();
    return new Feeding(session);
  }

  /** Reads the queue while the link is bound; else what waits there is left to others to see. */
  private final class Feeding implements Turn {
    private final LocalSession session;
    private Optional<EnvelopeReader<OutgoingMessage>> queue = Optional.empty();
    private long known = -1;
    private Instant looked = Instant.EPOCH;

    Feeding(LocalSession session) {
      this.session = session;
    }

    @Override
    public void run() throws InterruptedException {
      OptionalLong returned = returns.awaitClear(PATIENCE);
      int free = returned.isPresent() ? link.awaitCapacity(connector, PATIENCE) : 0;
      if (free > 0) {
        depart(session, next(free, returned.getAsLong()));
      } else if (link.status(connector).state() != LinkState.BOUND) {
        queue.ifPresent(EnvelopeReader::close);
        queue = Optional.empty();
      }
    }

    private Taken next(int free, long returned) {
      if (isLookDue(returned)) {
        Map<MessageId, Long> places = returns.takePlaces();
        List<OutgoingMessage> first = head(session, places);
        if (!first.isEmpty()) {
          return new Taken(first, places, returned);
        }
      }
      queue = queue.or(() -> Optional.of(ConnectorQueue.reader(session, connector)));
      return new Taken(take(queue.get(), free), Map.of(), returned);
    }

    private boolean isLookDue(long returned) {
      Instant now = clock.instant();
      boolean due = returned != known || looked.plus(BETWEEN_LOOKS).isBefore(now);
      known = returned;
      looked = due ? now : looked;
      return due;
    }
  }

  /** All that was given back, what a former run left first, then in the order it had. */
  private List<OutgoingMessage> head(LocalSession session, Map<MessageId, Long> places) {
    List<OutgoingMessage> messages = new ArrayList<>();
    try (EnvelopeReader<OutgoingMessage> head = ConnectorQueue.head(session, connector)) {
      Optional<List<OutgoingMessage>> envelope = head.read(Duration.ZERO);
      while (envelope.isPresent()) {
        messages.addAll(envelope.get());
        envelope = head.read(Duration.ZERO);
      }
    }
    messages.sort(
        Comparator.comparing((OutgoingMessage each) -> places.getOrDefault(each.id(), -1L))
            .thenComparing(OutgoingMessage::id));
    return messages;
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

  private void depart(LocalSession session, Taken taken) throws InterruptedException {
    Instant now = clock.instant();
    Departures departures = Departures.of(taken.messages(), now);
    departures.tellExpired(session);
    String key = MessageId.next(clock).toString();
    try {
      doubtful = putInFlight(session, key, takeUp(session, key, departures.valid()), taken, now);
    } finally {
      if (doubtful.isEmpty()) {
        withdrawals.landed(key);
      }
    }
    session.commit();
    Optional<Departure> certain = doubtful;
    doubtful = Optional.empty();
    if (certain.isPresent()) {
      handOver(certain.get());
    }
  }

  private List<OutgoingMessage> takeUp(
      LocalSession session, String key, List<OutgoingMessage> messages) {
    return withdrawals.takeUp(
        key, messages, held -> ConnectorQueue.send(session, connector, List.of(held), UNDECIDED));
  }

  private Optional<Departure> putInFlight(
      LocalSession session, String key, List<OutgoingMessage> messages, Taken taken, Instant now) {
    Map<OutgoingMessage, Set<Integer>> parts = new LinkedHashMap<>();
    List<Segment> segments = new ArrayList<>();
    for (OutgoingMessage message : messages) {
      List<Segment> open = message.segments(now);
      segments.addAll(open);
      parts.put(message, open.stream().map(Segment::part).collect(Collectors.toSet()));
    }
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    session.send(
        Queues.inFlight(connector),
        OutgoingCodec.INSTANCE.encode(List.copyOf(parts.keySet())),
        Duration.ZERO,
        Map.of(OutcomeJournal.CHUNK_PROPERTY, key));
    InFlightChunk chunk =
        new InFlightChunk(connector, key, sequels, returns, parts, taken.places());
    return Optional.of(new Departure(chunk, segments, taken.returned()));
  }

  /**
   * In slices of what the window holds. When something comes back or the link is lost, the rest
   * comes back as well.
   */
  private void handOver(Departure departure) throws InterruptedException {
    InFlightChunk chunk = departure.chunk();
    List<Segment> segments = departure.segments();
    int next = 0;
    try {
      int free = awaitWindow();
      while (free > 0 && next < segments.size() && returns.count() == departure.returned()) {
        int end = Math.min(segments.size(), next + free);
        link.submit(connector, segments.subList(next, end), outcome -> land(chunk, outcome));
        next = end;
        free = next < segments.size() ? awaitWindow() : 0;
      }
    } finally {
      holdBack(chunk, segments.subList(next, segments.size()));
    }
  }

  private void land(InFlightChunk chunk, SubmitOutcome outcome) {
    chunk.announce(outcome);
    journal.add(chunk, outcome);
  }

  private void holdBack(InFlightChunk chunk, List<Segment> segments) {
    if (!segments.isEmpty()) {
      chunk.announceHeldBack();
      segments.forEach(segment -> journal.holdBack(chunk, segment.message(), segment.part()));
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
}
