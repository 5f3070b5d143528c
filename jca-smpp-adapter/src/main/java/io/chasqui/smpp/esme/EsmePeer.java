package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.smpp.mapping.Answers;
import io.chasqui.smpp.mapping.BadRequestException;
import io.chasqui.smpp.mapping.BindRequest;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.WireListener;
import io.chasqui.smpp.wire.WireSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One connection to us, from its accept to its end. */
final class EsmePeer implements WireListener {
  private static final Logger LOG = System.getLogger(EsmePeer.class.getName());

  /** Between a refusal and the close: time for the peer to read it, and to think. */
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

  private final WireSession wire;
  private final EsmeListenerSettings settings;
  private final HostServices host;
  private final Consumer<EsmePeer> onEnd;
  private final AtomicReference<PeerPhase> phase = new AtomicReference<>(PeerPhase.OPEN);
  private volatile Optional<BoundEsme> esme = Optional.empty();

  EsmePeer(
      WireSession wire,
      EsmeListenerSettings settings,
      HostServices host,
      Consumer<EsmePeer> onEnd) {
    this.wire = wire;
    this.settings = settings;
    this.host = host;
    this.onEnd = onEnd;
  }

  @Override
  public void onPdu(WireSession session, Pdu pdu) {
    CommandId command = pdu.command().orElseThrow();
    switch (phase.get()) {
      case OPEN, BINDING -> beforeTheBind(command, pdu);
      case BOUND -> afterTheBind(command, pdu);
      case REFUSED, ENDED -> {}
    }
  }

  private void beforeTheBind(CommandId command, Pdu pdu) {
    wire.noise();
    if (command.isBind()) {
      onBind(command, pdu);
    } else if (command == CommandId.OUTBIND) {
      wire.nack(CommandStatus.INVALID_COMMAND, pdu.sequence());
      wire.closeAfterWriting("it sent an outbind, which is an SMSC's to send");
    } else if (command == CommandId.ALERT_NOTIFICATION) {
      wire.nack(CommandStatus.INVALID_BIND_STATUS, pdu.sequence());
    } else if (!command.isResponse()) {
      answer(command, CommandStatus.INVALID_BIND_STATUS, pdu.sequence());
    }
  }

  private void afterTheBind(CommandId command, Pdu pdu) {
    if (command.isBind()) {
      wire.noise();
      answer(command, CommandStatus.ALREADY_BOUND, pdu.sequence());
    } else {
      esme.orElseThrow().onPdu(command, pdu);
    }
  }

  private void onBind(CommandId command, Pdu pdu) {
    if (!phase.compareAndSet(PeerPhase.OPEN, PeerPhase.BINDING)) {
      answer(command, CommandStatus.ALREADY_BOUND, pdu.sequence());
    } else if (host.door().isOpen()) {
      ask(command, pdu);
    } else {
      Pdu refusal = Pdu.of(command.response(), CommandStatus.SYSTEM_ERROR, pdu.sequence());
      refuse(refusal, "bind from %s: the gateway stops".formatted(address()), Duration.ZERO);
    }
  }

  private void ask(CommandId command, Pdu pdu) {
    try {
      BindRequest bind = BindRequest.read(command, pdu);
      host.binds().offer(this, new BindAttempt(command, pdu.sequence(), bind, asked(bind)));
    } catch (BadRequestException e) {
      Pdu refusal = Pdu.of(command.response(), e.status(), pdu.sequence());
      refuse(refusal, "bind from %s: %s".formatted(address(), e.getMessage()), Duration.ZERO);
    }
  }

  private EsmeBind asked(BindRequest bind) {
    return new EsmeBind(
        bind.systemId(),
        bind.password(),
        bind.systemType(),
        bind.type(),
        bind.interfaceVersion(),
        wire.peer().getAddress(),
        settings.tls().isPresent());
  }

  private void answer(CommandId command, int status, int sequence) {
    wire.write(Pdu.of(command.response(), status, sequence));
  }

  boolean isBinding() {
    return phase.get() == PeerPhase.BINDING;
  }

  /**
   * The bind is not granted.
   *
   * @param wait before the answer: who guesses, guesses slowly
   */
  void refuse(Pdu refusal, String reason, Duration wait) {
    if (phase.compareAndSet(PeerPhase.BINDING, PeerPhase.REFUSED)) {
      host.figures().count(Figures.Kind.BIND_REFUSED);
      LOG.log(
          Level.WARNING,
          "{0}; answered 0x{1} in {2} ms",
          reason,
          Integer.toHexString(refusal.status()),
          wait.toMillis());
      host.agenda().in(wait, () -> wire.write(refusal));
      host.agenda()
          .in(wait.plus(AFTER_REFUSAL), () -> wire.closeAfterWriting("its bind was refused"));
    }
  }

  /** What this connection becomes by its bind. */
  BoundEsme esme(Welcome welcome) {
    return new BoundEsme(welcome, wire, settings, host);
  }

  /** The bind is granted; the session ends at once when the peer has gone meanwhile. */
  void welcome(BindAttempt attempt, BoundEsme bound) {
    esme = Optional.of(bound);
    if (phase.compareAndSet(PeerPhase.BINDING, PeerPhase.BOUND)) {
      wire.tap(bound.tap());
      wire.bound();
      wire.write(Answers.bound(attempt.request(), attempt.command(), attempt.sequence()));
      bound.open();
    } else {
      esme = Optional.empty();
      bound.onClosed("the peer went while its bind was looked at");
    }
  }

  @Override
  public void onUnbind(WireSession session, Pdu unbind) {
    switch (phase.get()) {
      case BOUND -> esme.orElseThrow().onUnbind(unbind);
      case OPEN, BINDING ->
          answer(CommandId.UNBIND, CommandStatus.INVALID_BIND_STATUS, unbind.sequence());
      case REFUSED, ENDED -> wire.endUnbound(unbind);
    }
  }

  @Override
  public void onClosed(WireSession session, String reason) {
    phase.set(PeerPhase.ENDED);
    esme.ifPresent(bound -> bound.onClosed(reason));
    onEnd.accept(this);
  }

  void tick() {
    esme.ifPresent(BoundEsme::tick);
  }

  Optional<BoundEsme> bound() {
    return esme.filter(BoundEsme::isBound);
  }

  /** Ends a bound session with an unbind, any other at once. */
  void dismiss(String reason) {
    esme.ifPresentOrElse(bound -> bound.dismiss(reason), () -> wire.close(reason));
  }

  void cut(String reason) {
    wire.close(reason);
  }

  private String address() {
    return wire.peer().getAddress().getHostAddress();
  }
}
