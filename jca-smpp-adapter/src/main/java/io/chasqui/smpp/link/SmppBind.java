package io.chasqui.smpp.link;

import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.smpp.wire.BindRefusedException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
  private final Surroundings around;
  private final Executor connectors;
  private final Keeper keeper;
  private final Backoff backoff;

  private BindPhase phase = BindPhase.CONNECTING;

  /** The one bound or being bound; none while waiting. */
  private Optional<SmppSession> session = Optional.empty();

  private String failure = "";
  private int failures;
  private long boundAt;
  private long dueAt;

  SmppBind(SmppLinkSettings settings, Surroundings around, Executor connectors, Keeper keeper) {
    this.settings = settings;
    this.around = around;
    this.connectors = connectors;
    this.keeper = keeper;
    this.backoff = new Backoff(around.random());
    this.dueAt = around.now();
  }

  /** Called some times a second: connects when it is time, keeps the session's time. */
  void tick() {
    attemptIfDue();
    bound().ifPresent(SmppSession::tick);
  }

  private synchronized void attemptIfDue() {
    if (session.isEmpty() && phase.isWanted() && around.now() - dueAt >= 0) {
      SmppSession next = new SmppSession(settings, around, this);
      session = Optional.of(next);
      try {
        connectors.execute(() -> bind(next));
      } catch (RejectedExecutionException e) {
        session = Optional.empty();
      }
    }
  }

  private void bind(SmppSession next) {
    try {
      next.bind();
      onBound(next);
    } catch (BindRefusedException e) {
      onFailure(next, e.getMessage(), e.isForCredentials() ? BindPhase.REFUSED : BindPhase.WAITING);
    } catch (IOException | RuntimeException e) {
      onFailure(next, reason(e), BindPhase.WAITING);
    }
    keeper.onPhase();
  }

  private static String reason(Exception e) {
    if (e instanceof UnknownHostException) {
      return "the host name is not known";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private synchronized void onBound(SmppSession next) {
    if (!phase.isWanted()) {
      next.cut("not wanted any more");
    } else if (next.isOver()) {
      waitAfter("connection lost right after the bind", BindPhase.WAITING);
    } else {
      phase = BindPhase.BOUND;
      boundAt = around.now();
      LOG.log(Level.INFO, "{0}: bound to {1}", settings.id(), peer());
    }
  }

  private synchronized void onFailure(SmppSession next, String reason, BindPhase waiting) {
    next.cut(reason);
    waitAfter(reason, waiting);
  }

  @Override
  public void onClosed(SmppSession closed, String reason) {
    if (isLossOf(closed)) {
      lost(reason);
    }
    keeper.onPhase();
  }

  private synchronized boolean isLossOf(SmppSession closed) {
    return phase == BindPhase.BOUND && session.filter(one -> one == closed).isPresent();
  }

  private synchronized void lost(String reason) {
    if (around.now() - boundAt >= SUCCESS.toNanos()) {
      failures = 0;
    }
    waitAfter(reason, BindPhase.WAITING);
  }

  /** Wrong credentials are tried again too, seldom: a carrier may put its side right. */
  private void waitAfter(String reason, BindPhase waiting) {
    session = Optional.empty();
    if (!phase.isWanted()) {
      return;
    }
    failures++;
    Duration wait = waiting == BindPhase.REFUSED ? Backoff.CAP : backoff.after(failures);
    phase = waiting;
    failure = reason;
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
    return "%s: %s; %s".formatted(peer(), failure, next);
  }

  private String peer() {
    return settings.host() + ":" + settings.port();
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
    Optional<SmppSession> last = markEnded();
    bound.ifPresentOrElse(
        SmppSession::requestUnbind, () -> last.ifPresent(one -> one.cut("not wanted any more")));
  }

  private synchronized Optional<SmppSession> markEnded() {
    phase = BindPhase.ENDED;
    return session;
  }

  synchronized boolean isOver() {
    return session.map(SmppSession::isOver).orElse(true);
  }

  /** Ends at once; what is unanswered stays unknown. */
  void cut(String reason) {
    Optional<SmppSession> last = markEnded();
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
