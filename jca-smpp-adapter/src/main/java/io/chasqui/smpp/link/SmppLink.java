package io.chasqui.smpp.link;

import io.chasqui.domain.link.Bottleneck;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.StatusPolicy.Reaction;
import io.chasqui.smpp.mapping.Deliveries;
import io.chasqui.smpp.wire.CommandStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jsmpp.bean.DeliverSm;

/** One connector: its binds, its pace and what it brings in. */
final class SmppLink implements SmppBind.Keeper {
  private static final Logger LOG = System.getLogger(SmppLink.class.getName());

  /** After a throttled answer; the carrier's own second has passed then. */
  private static final Duration THROTTLE_HOLD = Duration.ofSeconds(1);

  private final SmppLinkSettings settings;
  private final Surroundings around;
  private final OutcomeReports reports;
  private final Deliveries deliveries;
  private final Inbox inbox;
  private final Pace pace;
  private final Instruments instruments;
  private final Limits limits = new Limits();
  private final Signal signal;
  private final StateHistory state;
  private final List<SmppBind> binds;
  private volatile boolean stopping;

  SmppLink(SmppLinkSettings settings, Surroundings around, Instruments instruments) {
    this.instruments = instruments;
    this.settings = settings;
    this.around = around;
    this.reports = new OutcomeReports(settings.id(), settings.statuses(), around.clock());
    this.deliveries = new Deliveries(settings.id(), around.clock());
    this.inbox = new Inbox(settings.id(), around);
    this.pace = new Pace(settings.flow().submitsPerSecond(), around.now());
    this.signal = new Signal(around.nanos());
    this.state = new StateHistory(LinkState.CONNECTING, around.clock());
    this.binds =
        settings
            .sessions()
            .each()
            .map(type -> new SmppBind(settings, type, around, instruments, this))
            .toList();
  }

  SmppLinkSettings settings() {
    return settings;
  }

  void tick() {
    binds.forEach(SmppBind::tick);
    limits.look(bottleneck());
  }

  private Bottleneck bottleneck() {
    long now = around.now();
    if (boundSessions() == 0) {
      return Bottleneck.PEER;
    }
    if (pace.allowed(now) == 0) {
      return pace.isSlowed(now) ? Bottleneck.PEER : Bottleneck.RATE;
    }
    return free() == 0 ? Bottleneck.WINDOW : Bottleneck.IDLE;
  }

  LinkFigures figures() {
    return instruments.figures(pace.perSecond(around.now()), limits.most());
  }

  LinkStatus status() {
    LinkState now = currentState();
    return new LinkStatus(now, detail(), boundSessions(), inFlight(), state.since(now));
  }

  private LinkState currentState() {
    if (stopping) {
      return LinkState.STOPPED;
    }
    List<BindPhase> phases = binds.stream().map(SmppBind::phase).toList();
    if (phases.contains(BindPhase.BOUND)) {
      return LinkState.BOUND;
    }
    if (phases.contains(BindPhase.REFUSED)) {
      return LinkState.FAILED;
    }
    return phases.contains(BindPhase.WAITING) ? LinkState.RETRYING : LinkState.CONNECTING;
  }

  private String detail() {
    String why =
        binds.stream().map(SmppBind::detail).filter(text -> !text.isEmpty()).findFirst().orElse("");
    int bound = boundSessions();
    return why.isEmpty() || bound == 0
        ? why
        : "%d of %d sessions bound; %s".formatted(bound, binds.size(), why);
  }

  private int boundSessions() {
    return (int) binds.stream().map(SmppBind::bound).filter(Optional::isPresent).count();
  }

  private int inFlight() {
    return binds.stream().mapToInt(SmppBind::inFlight).sum();
  }

  int awaitCapacity(Duration patience) throws InterruptedException {
    if (capacity() == 0) {
      long start = around.now();
      boolean full = free() == 0 && boundSessions() > 0;
      signal.await(() -> capacity() > 0, patience, () -> pace.nanosToNext(around.now()));
      if (full) {
        instruments.waited(around.now() - start);
      }
    }
    return capacity();
  }

  private int capacity() {
    return Math.min(free(), pace.allowed(around.now()));
  }

  private int free() {
    return stopping ? 0 : sessions().mapToInt(SmppSession::free).sum();
  }

  private Stream<SmppSession> sessions() {
    return binds.stream().map(SmppBind::bound).flatMap(Optional::stream);
  }

  /** The session with the most free places first: load spreads, and a batch stays together. */
  void submit(List<Segment> segments, OutcomeSink sink) {
    int free = Math.min(segments.size(), free());
    int leave = leave(segments.subList(0, free));
    List<Segment> rest = segments.subList(0, leave);
    for (SmppSession session : stopping ? List.<SmppSession>of() : byFreePlaces()) {
      int share = Math.min(session.free(), rest.size());
      session.submit(rest.subList(0, share), sink);
      rest = rest.subList(share, rest.size());
    }
    defer(rest, sink, whyNot(free));
    defer(
        segments.subList(leave, segments.size()),
        sink,
        leave < free ? "the rate agreed is used up" : whyNot(free));
  }

  /** How many of them the pace lets go: whole messages, from the first on. */
  private int leave(List<Segment> segments) {
    int given = 0;
    while (given < segments.size()) {
      int parts = partsOfOne(segments.subList(given, segments.size()));
      if (!pace.take(parts, around.now())) {
        break;
      }
      given += parts;
    }
    return given;
  }

  /** How many at the head belong to one message. */
  private static int partsOfOne(List<Segment> segments) {
    int parts = 1;
    while (parts < segments.size()
        && segments.get(parts).message().equals(segments.get(0).message())) {
      parts++;
    }
    return parts;
  }

  private List<SmppSession> byFreePlaces() {
    return sessions().sorted(Comparator.comparingInt(SmppSession::free).reversed()).toList();
  }

  private String whyNot(int free) {
    if (stopping) {
      return "the link is stopping";
    }
    if (!settings.sessions().type().canSubmit()) {
      return "the link only receives";
    }
    return free == 0 && boundSessions() == 0 ? "the link is not bound" : "the window is full";
  }

  private void defer(List<Segment> segments, OutcomeSink sink, String reason) {
    for (Segment segment : segments) {
      reports.deferred(new Unanswered(0, segment.message(), segment.part(), sink), reason);
    }
  }

  /** No more submits from here on; the steps of stopping are in {@link Stop}. */
  void quiesce() {
    stopping = true;
    state.enter(LinkState.STOPPED);
    signal.changed();
  }

  void awaitAnswers(Duration patience) {
    awaitQuietly(() -> inFlight() == 0, patience);
  }

  void unbind() {
    binds.forEach(SmppBind::end);
  }

  void awaitEnds(Duration patience) {
    awaitQuietly(() -> binds.stream().allMatch(SmppBind::isOver), patience);
  }

  void cut() {
    binds.forEach(bind -> bind.cut("the link was stopped before the answer"));
  }

  /** An interrupted stop still stops, it only waits no longer. */
  private void awaitQuietly(BooleanSupplier condition, Duration patience) {
    try {
      signal.await(condition, patience, () -> 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onAnswer(int status) {
    if (settings.statuses().policy(status).reaction() == Reaction.THROTTLE) {
      onThrottled(status);
    }
    signal.changed();
  }

  private void onThrottled(int status) {
    instruments.throttled();
    long now = around.now();
    if (pace.throttled(now, THROTTLE_HOLD)) {
      LOG.log(
          Level.WARNING,
          "{0}: {1}; going on with {2} segments/s, then slowly faster again",
          settings.id(),
          CommandStatus.describe(status),
          Math.round(pace.perSecond(now)));
    }
  }

  @Override
  public void onDeliver(DeliverSm pdu, SmppSession session) {
    inbox.accept(new Inbox.Arrival(deliveries.event(pdu), session, pdu.getSequenceNumber()));
  }

  @Override
  public void onPhase() {
    state.enter(currentState());
    signal.changed();
  }
}
