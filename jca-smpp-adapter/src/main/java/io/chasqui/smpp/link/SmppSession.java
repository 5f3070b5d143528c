package io.chasqui.smpp.link;

import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.StatusPolicy.Reaction;
import io.chasqui.smpp.mapping.BindPdu;
import io.chasqui.smpp.wire.Bodies;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.SubmitAnswer;
import io.chasqui.smpp.wire.UnreadablePduException;
import io.chasqui.smpp.wire.WireListener;
import io.chasqui.smpp.wire.WireSession;
import io.chasqui.smpp.wire.WireTarget;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.util.DefaultComposer;

/** One session as an ESME, from its connecting to its end. */
final class SmppSession implements WireListener {
  private static final Logger LOG = System.getLogger(SmppSession.class.getName());
  private static final DefaultComposer COMPOSER = new DefaultComposer();

  /** For the answers to what was sent before our unbind. */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

  /** What a session tells those who keep it; on the wire's threads, so they return at once. */
  interface Keeper {
    void onBound(SmppSession session);

    /** An answer came, or a place became free without one. */
    void onAnswer(int status);

    void onDeliver(DeliverSm pdu, SmppSession session);

    /** Told once, bound or not. */
    void onEnd(SmppSession session, SessionEnd end);
  }

  private final SmppLinkSettings settings;
  private final BindType type;
  private final Surroundings around;
  private final Instruments instruments;
  private final Keeper keeper;
  private final Submits submits;
  private final AtomicReference<SessionEnd> end = new AtomicReference<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Silence silence;
  private volatile CompletableFuture<WireSession> connection = new CompletableFuture<>();
  private volatile Optional<WireSession> wire = Optional.empty();
  private volatile long openedAt;
  private volatile long endingSince;

  /**
   * @param type of this one session
   */
  SmppSession(
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
    this.submits = new Submits(settings, around, instruments);
    this.silence = new Silence(settings.timers(), around.now());
  }

  /** Begins to connect, then to bind; returns at once. */
  void connect() {
    WireTarget target = WireTarget.of(settings.peer(), settings.timers().connect());
    connection = around.wire().connect(target, this);
    connection.whenComplete(
        (open, failure) -> {
          if (failure == null) {
            bind(open);
          } else {
            finish(SessionEnd.lost(failure.getMessage()));
          }
        });
  }

  private void bind(WireSession open) {
    openedAt = around.now();
    wire = Optional.of(open);
    open.tap(
        instruments.tap("%s to %s".formatted(type.name().toLowerCase(Locale.ROOT), open.peer())));
    open.write(BindPdu.compose(open.nextSequence(), type, settings.login()));
    Optional.ofNullable(end.get()).ifPresent(given -> open.close(given.reason()));
  }

  boolean isBound() {
    return wire.filter(WireSession::isBound).isPresent() && !over.get();
  }

  /** Whether the connection has ended. */
  boolean isOver() {
    return over.get();
  }

  int free() {
    return type.canSubmit() && isBound() && end.get() == null ? submits.free() : 0;
  }

  int inFlight() {
    return submits.inFlight();
  }

  /**
   * Only for a bound session. Writes the segments in one go; each has its outcome, now or later.
   */
  void submit(List<Segment> segments, OutcomeSink sink) {
    silence.onMessage(around.now());
    wire.ifPresent(open -> submits.write(segments, sink, open));
  }

  /** Called some times a second. */
  void tick() {
    if (submits.sweep()) {
      keeper.onAnswer(CommandStatus.OK);
    }
    wire.ifPresent(open -> watch(open, around.now()));
  }

  private void watch(WireSession open, long now) {
    if (end.get() != null && now - endingSince >= LAST_ANSWERS.toNanos()) {
      open.close(end.get().reason());
    } else if (open.isBound()) {
      silence.watch(open, now).ifPresent(this::cut);
    } else if (now - openedAt >= settings.timers().bind().toNanos()) {
      cut("no answer to the bind within %d s".formatted(settings.timers().bind().toSeconds()));
    }
  }

  /** deliver_sm_resp; nothing happens when the session has ended, for the SMSC will repeat. */
  void acknowledge(int status, List<Integer> sequences) {
    wire.ifPresent(
        open ->
            open.write(
                sequences.stream()
                    .map(each -> new Pdu(COMPOSER.deliverSmResp(status, each, null)))
                    .toList()));
  }

  void requestUnbind() {
    endingSince = around.now();
    end.compareAndSet(null, SessionEnd.lost("unbound"));
    wire.ifPresent(WireSession::requestUnbind);
  }

  /** Ends at once; the first reason counts. */
  void cut(String reason) {
    cut(SessionEnd.lost(reason));
  }

  private void cut(SessionEnd why) {
    end.compareAndSet(null, why);
    connection.cancel(true);
    wire.ifPresent(open -> open.close(why.reason()));
  }

  /** Gives all unanswered submits up. */
  void abandon(String reason) {
    submits.abandon(reason);
  }

  @Override
  public void onPdu(WireSession from, Pdu pdu) {
    silence.onMessage(around.now());
    switch (pdu.command().orElseThrow()) {
      case BIND_TRANSMITTER_RESP, BIND_RECEIVER_RESP, BIND_TRANSCEIVER_RESP ->
          onBindAnswer(from, pdu.status());
      case GENERIC_NACK -> onNack(from, pdu);
      case SUBMIT_SM_RESP -> onAnswer(pdu);
      case DELIVER_SM -> onDeliver(from, pdu);
      case DATA_SM -> Refusals.dataSm(from, pdu);
      case ALERT_NOTIFICATION, OUTBIND -> {}
      default -> Refusals.misplaced(from, pdu);
    }
  }

  private void onBindAnswer(WireSession from, int status) {
    if (from.isBound()) {
      return;
    }
    if (status == CommandStatus.OK) {
      from.bound();
      keeper.onBound(this);
    } else {
      cut(SessionEnd.refused(status));
    }
  }

  private void onNack(WireSession from, Pdu pdu) {
    if (from.isBound()) {
      onAnswer(pdu);
    } else {
      onBindAnswer(from, pdu.status());
    }
  }

  private void onAnswer(Pdu pdu) {
    boolean awaited = submits.answer(SubmitAnswer.read(pdu));
    if (settings.statuses().policy(pdu.status()).reaction() == Reaction.REBIND) {
      endForgotten(pdu.status());
    }
    if (awaited) {
      keeper.onAnswer(pdu.status());
    }
  }

  /**
   * The SMSC does not know our bind any more: what it still answers counts, nothing new is sent.
   */
  private void endForgotten(int status) {
    SessionEnd forgotten = SessionEnd.lost("bound anew after " + CommandStatus.describe(status));
    if (end.compareAndSet(null, forgotten)) {
      endingSince = around.now();
      wire.ifPresent(WireSession::requestUnbind);
    }
  }

  private void onDeliver(WireSession from, Pdu pdu) {
    if (!from.isBound()) {
      Refusals.misplaced(from, pdu);
      return;
    }
    try {
      keeper.onDeliver(Bodies.deliverSm(pdu), this);
    } catch (UnreadablePduException e) {
      LOG.log(Level.WARNING, "{0}: a deliver_sm is refused: {1}", settings.id(), e.getMessage());
      acknowledge(e.status(), List.of(pdu.sequence()));
    }
  }

  @Override
  public void onClosed(WireSession from, String reason) {
    finish(SessionEnd.lost(reason));
  }

  private void finish(SessionEnd why) {
    if (over.compareAndSet(false, true)) {
      end.compareAndSet(null, why);
      abandon("connection lost before the answer: " + end.get().reason());
      keeper.onEnd(this, end.get());
    }
  }
}
