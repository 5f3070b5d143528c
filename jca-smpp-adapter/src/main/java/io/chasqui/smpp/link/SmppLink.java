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
import io.chasqui.smpp.threads.Signal;
import io.chasqui.smpp.wire.CommandStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
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
  private final Deliveries deliveries;
  private final Inbox inbox;
  private final Pace pace;
  private final Outlet outlet;
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
    this.deliveries = new Deliveries(settings.id(), around.clock());
    this.inbox = new Inbox(settings.id(), around);
    this.pace = new Pace(settings.flow().submitsPerSecond(), around.now());
    this.outlet =
        new Outlet(
            this::sessions,
            pace,
            new OutcomeReports(settings.id(), settings.statuses(), around.clock()),
            around);
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
    return outlet.free() == 0 ? Bottleneck.WINDOW : Bottleneck.IDLE;
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
    if (outlet.capacity() == 0) {
      long start = around.now();
      boolean full = outlet.free() == 0 && boundSessions() > 0;
      signal.await(() -> outlet.capacity() > 0, patience, () -> pace.nanosToNext(around.now()));
      if (full) {
        instruments.waited(around.now() - start);
      }
    }
    return outlet.capacity();
  }

  private Stream<SmppSession> sessions() {
    return stopping
        ? Stream.empty()
        : binds.stream().map(SmppBind::bound).flatMap(Optional::stream);
  }

  void submit(List<Segment> segments, OutcomeSink sink) {
    outlet.submit(segments, sink, whyNoPlace());
  }

  private String whyNoPlace() {
    if (stopping) {
      return "the link is stopping";
    }
    if (!settings.sessions().type().canSubmit()) {
      return "the link only receives";
    }
    return boundSessions() == 0 ? "the link is not bound" : "the window is full";
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
    inbox.accept(
        new Inbox.Arrival(
            deliveries.event(pdu), session, pdu.getSequenceNumber(), pdu.getCommandLength()));
  }

  @Override
  public void onPhase() {
    state.enter(currentState());
    signal.changed();
  }
}
