package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.domain.esme.EsmeSession;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.BindType;
import io.chasqui.smpp.mapping.DeliveryPdu;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.WireSession;
import io.chasqui.smpp.wire.WireTap;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A session of an ESME that has bound. */
final class BoundEsme {
  private static final Logger LOG = System.getLogger(BoundEsme.class.getName());
  private static final int FIRST_WITH_TLVS = 0x34;

  /** For the peer's answer to our unbind, or for our last answers to a peer that unbinds. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Welcome welcome;
  private final WireSession wire;
  private final EsmeListenerSettings settings;
  private final HostServices host;
  private final AccountSessions siblings;
  private final Figures figures;
  private final Mailbox mailbox = new Mailbox();
  private final Liveness liveness;
  private final EsmeDeliveries deliveries;
  private final EsmeRequests requests;

  /** Requests that take a place of the window; free again right before the answer is written. */
  private final AtomicInteger unanswered = new AtomicInteger();

  /** Requests whose answer is not written yet. */
  private final AtomicInteger owed = new AtomicInteger();

  private final AtomicReference<SessionPhase> phase = new AtomicReference<>(SessionPhase.ADMITTED);
  private volatile Optional<Pdu> unbind = Optional.empty();
  private volatile int window;

  BoundEsme(Welcome welcome, WireSession wire, EsmeListenerSettings settings, HostServices host) {
    this.welcome = welcome;
    this.wire = wire;
    this.settings = settings;
    this.host = host;
    this.siblings = host.accounts().of(welcome.account().systemId());
    this.window = welcome.account().window();
    this.figures = Figures.within(host.figures());
    this.liveness = new Liveness(settings, canReceive(), host.around().nanos());
    this.deliveries = new EsmeDeliveries(new DeliveryWindow(window), pdus(welcome), figures);
    this.requests = new EsmeRequests(this, host, siblings);
  }

  private static DeliveryPdu pdus(Welcome welcome) {
    return new DeliveryPdu(
        welcome.account().receipts(), welcome.bind().interfaceVersion() >= FIRST_WITH_TLVS);
  }

  SystemId account() {
    return welcome.account().systemId();
  }

  Mailbox mailbox() {
    return mailbox;
  }

  Figures figures() {
    return figures;
  }

  /** Sees all that goes by. */
  WireTap tap() {
    String name = "%s from %s".formatted(welcome.bind().type(), wire.peer());
    WireTap watching = WireTap.both(liveness, siblings.trace().tap(name));
    return WireTap.both(host.wire(), watching);
  }

  boolean canSubmit() {
    return welcome.bind().type().canSubmit();
  }

  private boolean canReceive() {
    return welcome.bind().type() != BindType.TRANSMITTER;
  }

  /** Takes a seat of the account's; false when there is none. */
  boolean takeSeat() {
    return siblings.admit(this, welcome.account());
  }

  /** The bind has been answered. */
  void open() {
    if (phase.compareAndSet(SessionPhase.ADMITTED, SessionPhase.BOUND)) {
      figures.count(Figures.Kind.BOUND);
      LOG.log(Level.INFO, "{0}: bound as {1}", this, welcome.bind().type());
      siblings.opened();
    }
  }

  boolean takesRequests() {
    return phase.get().takesRequests();
  }

  boolean isBound() {
    return phase.get() == SessionPhase.BOUND;
  }

  boolean isReceiving() {
    return canReceive() && isBound();
  }

  /** Whether the way out has begun by this. */
  private boolean beginsToLeave() {
    SessionPhase before =
        phase.getAndUpdate(now -> now.takesRequests() ? SessionPhase.LEAVING : now);
    return before.takesRequests();
  }

  void onPdu(CommandId command, Pdu pdu) {
    if (!command.isResponse()) {
      requests.onRequest(command, pdu);
    } else {
      onResponse(pdu);
    }
  }

  private void onResponse(Pdu pdu) {
    if (deliveries.onResponse(pdu)) {
      siblings.capacityChanged();
    } else {
      noise();
    }
  }

  /** What was read led to nothing; on the event loop only. */
  void noise() {
    wire.noise();
  }

  /** What was read is refused, without a place of the window; on the event loop only. */
  void refuse(Pdu refusal) {
    noise();
    wire.write(refusal);
  }

  /** Whether the window has a place for one more request. */
  boolean hasRoom() {
    return unanswered.get() < window;
  }

  /** A request was taken; {@link #answer} follows. */
  void asked() {
    unanswered.incrementAndGet();
    owed.incrementAndGet();
  }

  void answer(List<Pdu> answers) {
    unanswered.addAndGet(-answers.size());
    wire.write(answers);
    owed.addAndGet(-answers.size());
    endWhenAllIsAnswered();
  }

  void write(List<Pdu> pdus) {
    wire.write(pdus);
  }

  /** Free places for deliveries. */
  int free() {
    return isReceiving() ? deliveries.window().free() : 0;
  }

  Optional<Pdu> reserve(EsmeDelivery delivery, Consumer<DeliveryOutcome> sink) {
    return deliveries.reserve(wire.nextSequence(), delivery, sink, host.around().now());
  }

  boolean isIdle() {
    return owed.get() == 0 && deliveries.window().isEmpty();
  }

  void update(EsmeAccount account) {
    window = account.window();
    deliveries.window().resize(window);
    siblings.capacityChanged();
  }

  /** The ESME unbinds; what it has asked before is answered first, within a moment. */
  void onUnbind(Pdu request) {
    if (beginsToLeave()) {
      // First of all: it may bind again as soon as it has its answer.
      siblings.leave(this);
    }
    unbind = Optional.of(request);
    endWhenAllIsAnswered();
    host.agenda().in(FAREWELL, () -> wire.endUnbound(request));
  }

  private void endWhenAllIsAnswered() {
    if (owed.get() == 0) {
      unbind.ifPresent(wire::endUnbound);
    }
  }

  /** Asks the ESME to unbind, and ends the session with or without its consent. */
  void dismiss(String reason) {
    if (beginsToLeave()) {
      LOG.log(Level.INFO, "{0}: is asked to unbind: {1}", this, reason);
      siblings.leave(this);
      wire.requestUnbind();
      host.agenda().in(FAREWELL, () -> cut(reason));
    }
  }

  void cut(String reason) {
    wire.close(reason);
  }

  void tick() {
    if (deliveries.sweep(host.around().now(), settings.responseTimeout())) {
      siblings.capacityChanged();
    }
    switch (liveness.look()) {
      case QUIET -> wire.enquire();
      case SILENT -> cut("no answer to enquire_link");
      case INACTIVE -> dismiss("nothing was asked for " + settings.inactivity().toSeconds() + " s");
      case ALIVE -> {}
    }
  }

  /** Does nothing the second time. */
  void onClosed(String reason) {
    if (phase.getAndSet(SessionPhase.ENDED) == SessionPhase.ENDED) {
      return;
    }
    siblings.leave(this);
    host.submits().drop(mailbox);
    deliveries.end();
    LOG.log(Level.INFO, "{0}: ended, {1}; {2}", this, reason, figures);
  }

  long id() {
    return welcome.session();
  }

  EsmeSession shown() {
    return new EsmeSession(
        welcome.session(),
        account(),
        welcome.bind().type(),
        welcome.bind().interfaceVersion(),
        wire.peer().getAddress(),
        settings.tls().isPresent(),
        welcome.at(),
        figures.sum(Figures.Kind.SUBMITTED),
        figures.sum(Figures.Kind.DELIVERED),
        figures.sum(Figures.Kind.THROTTLED));
  }

  @Override
  public String toString() {
    return "%s: session %d from %s"
        .formatted(account(), welcome.session(), wire.peer().getAddress().getHostAddress());
  }
}
