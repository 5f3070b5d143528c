package io.chasqui.smpp.link;

import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.SmppLinkSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;

/** Keeps one session bound: connects, waits after failures, connects again. */
final class SmppBind implements SmppSession.Keeper {
  private static final Logger LOG = System.getLogger(SmppBind.class.getName());

  /** A session that lasted this long was a success; shorter ones go on backing off. */
  private static final Duration SUCCESS = Duration.ofSeconds(10);

  /** What a bind tells its link; on the wire's threads. */
  interface Keeper {
    void onAnswer(int status);

    void onDeliver(DeliverSm pdu, SmppSession session);

    void onPhase();
  }

  private final SmppLinkSettings settings;
  private final BindType type;
  private final Surroundings around;
  private final Instruments instruments;
  private final Keeper keeper;
  private final Backoff backoff;

  private BindPhase phase = BindPhase.CONNECTING;

  /** The one bound or being bound; none while waiting. */
  private Optional<SmppSession> session = Optional.empty();

  private String failure = "";
  private int failures;
  private long boundAt;
  private long dueAt;

  SmppBind(
      SmppLinkSettings settings,
      BindType type,
      Surroundings around,
      Instruments instruments,
      Keeper keeper) {
    this.instruments = instruments;
    this.settings = settings;
    this.type = type;
    this.around = around;
    this.keeper = keeper;
    this.backoff =
        new Backoff(
            settings.timers().reconnectMin(), settings.timers().reconnectMax(), around.random());
    this.dueAt = around.now();
  }

  /** Called some times a second: connects when it is time, keeps the session's time. */
  void tick() {
    attemptIfDue().ifPresent(SmppSession::connect);
    current().ifPresent(SmppSession::tick);
  }

  private synchronized Optional<SmppSession> attemptIfDue() {
    boolean due = session.isEmpty() && phase.isWanted() && around.now() - dueAt >= 0;
    if (!due || !around.connects().take(settings.peer(), around.now())) {
      return Optional.empty();
    }
    session = Optional.of(new SmppSession(settings, type, around, instruments, this));
    return session;
  }

  private synchronized Optional<SmppSession> current() {
    return session;
  }

  @Override
  public void onBound(SmppSession bound) {
    markBound(bound);
    keeper.onPhase();
  }

  private synchronized void markBound(SmppSession bound) {
    if (!phase.isWanted()) {
      bound.cut("not wanted any more");
      return;
    }
    phase = BindPhase.BOUND;
    boundAt = around.now();
    LOG.log(Level.INFO, "{0}: bound to {1}", settings.id(), settings.peer());
  }

  @Override
  public void onEnd(SmppSession ended, SessionEnd end) {
    markEnded(ended, end);
    keeper.onPhase();
  }

  private synchronized void markEnded(SmppSession ended, SessionEnd end) {
    if (!phase.isWanted() || session.filter(one -> one == ended).isEmpty()) {
      return;
    }
    session = Optional.empty();
    if (phase == BindPhase.BOUND && around.now() - boundAt >= SUCCESS.toNanos()) {
      failures = 0;
    }
    waitAfter(end);
  }

  /** Wrong credentials are tried again too, seldom: a carrier may put its side right. */
  private void waitAfter(SessionEnd end) {
    failures++;
    boolean refused = end.kind() == SessionEnd.Kind.REFUSED;
    Duration wait = refused ? settings.timers().reconnectMax() : backoff.after(failures);
    phase = refused ? BindPhase.REFUSED : BindPhase.WAITING;
    failure = end.reason();
    dueAt = around.now() + wait.toNanos();
    LOG.log(Level.WARNING, "{0}: {1}", settings.id(), detailNow());
  }

  synchronized BindPhase phase() {
    return phase;
  }

  /** Why it is not bound, and what happens next; empty when there is nothing to say. */
  synchronized String detail() {
    return phase.waitsForItsTime() ? detailNow() : "";
  }

  private String detailNow() {
    long left = Math.max(0, dueAt - around.now());
    String next =
        session.isPresent()
            ? "trying again now"
            : "next attempt in %d s".formatted(Math.round(left / 1e9));
    return "%s: %s; %s".formatted(settings.peer(), failure, next);
  }

  synchronized Optional<SmppSession> bound() {
    return phase == BindPhase.BOUND ? session : Optional.empty();
  }

  synchronized int inFlight() {
    return session.map(SmppSession::inFlight).orElse(0);
  }

  /** Begins to end: unbinds a bound session, cuts one that is still binding. */
  void end() {
    Optional<SmppSession> bound = bound();
    Optional<SmppSession> last = markUnwanted();
    bound.ifPresentOrElse(
        SmppSession::requestUnbind, () -> last.ifPresent(one -> one.cut("not wanted any more")));
  }

  private synchronized Optional<SmppSession> markUnwanted() {
    phase = BindPhase.ENDED;
    return session;
  }

  synchronized boolean isOver() {
    return session.map(SmppSession::isOver).orElse(true);
  }

  /** Ends at once; what is unanswered stays unknown. */
  void cut(String reason) {
    Optional<SmppSession> last = markUnwanted();
    last.ifPresent(one -> one.cut(reason));
    last.ifPresent(one -> one.abandon(reason));
  }

  @Override
  public void onAnswer(int status) {
    keeper.onAnswer(status);
  }

  @Override
  public void onDeliver(DeliverSm pdu, SmppSession from) {
    keeper.onDeliver(pdu, from);
  }
}
