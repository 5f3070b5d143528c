package io.chasqui.modem.hilink;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.link.HilinkWire;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.ModemStatus;
import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.ModemSurroundings;
import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.device.SendResult.NotSent;
import io.chasqui.modem.device.SendResult.Sent;
import io.chasqui.modem.device.WireTrace;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

/**
 * A HiLink stick. One thread looks after it: it empties the inbox and watches signal and network;
 * those who send do so on their own.
 */
public final class HilinkModem implements Modem {
  private static final Logger LOG = System.getLogger(HilinkModem.class.getName());
  private static final int LONGEST_NAME = 20;

  private final ModemSurroundings around;
  private final HilinkWire wire;
  private final HilinkTimers timers;
  private final Pause pause = new Pause();
  private final WireTrace trace;
  private final HilinkSession session;
  private final StickStatus stick;
  private final Outbox outbox;
  private final Inbox inbox;
  private final SentBox sent;
  private final AwaitedReports reports = new AwaitedReports();
  private volatile ModemStatus status;
  private volatile Address own;
  private volatile Instant statusDue = Instant.MIN;

  private HilinkModem(ModemSurroundings around, HilinkWire wire, HilinkTimers timers) {
    this.around = around;
    this.wire = wire;
    this.timers = timers;
    this.trace = new WireTrace(around.clock(), around.settings().name());
    this.session =
        new HilinkSession(new HilinkHttp(wire.url(), timers.exchange(), trace), wire.login());
    this.stick = new StickStatus(session);
    this.outbox = new Outbox(session, timers, around.clock(), pause);
    this.inbox = new Inbox(session, around, timers, reports);
    this.sent = new SentBox(session);
    this.status = ModemStatus.starting(around.clock().instant());
    this.own = ownAddress("");
  }

  /** For {@link io.chasqui.modem.device.ModemFactory}. */
  public static Modem open(ModemSurroundings around) {
    return open(around, HilinkTimers.STANDARD);
  }

  static Modem open(ModemSurroundings around, HilinkTimers timers) {
    HilinkModem modem = new HilinkModem(around, (HilinkWire) around.settings().wire(), timers);
    try {
      around.threads().execute(modem::lookAfter);
    } catch (RejectedExecutionException e) {
      modem.move(ModemState.CLOSED, "the gateway stops");
    }
    return modem;
  }

  private void lookAfter() {
    int failures = 0;
    boolean goesOn = true;
    try {
      while (goesOn) {
        try {
          look();
          failures = 0;
          goesOn = pause.until(timers.inbox());
        } catch (IOException | RuntimeException e) {
          failures++;
          Duration wait = timers.retryAfter(failures);
          troubled(e, wait);
          goesOn = pause.until(wait);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws IOException {
    Instant now = around.clock().instant();
    if (!now.isBefore(statusDue)) {
      watch();
      statusDue = now.plus(timers.status());
    }
    Xml counts = session.get("/api/sms/sms-count");
    change(status.with(StickStatus.storage(counts)));
    receive(counts);
    sent.tidy(counts);
  }

  private void receive(Xml counts) throws IOException {
    try {
      inbox.empty(new IncomingParts(around.connector(), name(), own), counts);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "{0}: an incoming message was not taken; it stays on the stick and is offered again: {1}",
          around.label(),
          e);
    }
  }

  private void watch() throws IOException {
    if (status.identity().imei().isEmpty()) {
      change(status.with(stick.identity()));
      own = ownAddress(stick.number());
      new ReportSetting(session).switchOn(around.label());
    }
    Xml monitoring = stick.monitoring();
    change(status.with(stick.radio(monitoring)));
    ModemState state = StickStatus.state(monitoring);
    move(
        state,
        switch (state) {
          case READY -> "";
          case REFUSED -> "no SIM, or it wants its PIN; set it by the stick's own page";
          default -> "no network";
        });
  }

  private String name() {
    String imei = status.identity().imei();
    return imei.isEmpty() ? around.label() : imei;
  }

  private Address ownAddress(String told) {
    return around
        .settings()
        .sim()
        .number()
        .map(number -> number.address())
        .orElseGet(() -> Address.infer(told.matches("\\+?[0-9]{3,20}") ? told : shortName()));
  }

  private String shortName() {
    String name = around.settings().name();
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private void troubled(Exception e, Duration wait) {
    statusDue = Instant.MIN;
    boolean refused =
        e instanceof HilinkException error
            && (HilinkError.isLoginRefused(error.code())
                || error.code() == HilinkError.LOGIN_REQUIRED);
    ModemState state =
        e instanceof IOException && !(e instanceof HilinkException)
            ? ModemState.ABSENT
            : ModemState.RECOVERING;
    String next = "next attempt in %d s".formatted(wait.toSeconds());
    move(
        refused ? ModemState.REFUSED : state,
        "%s: %s; %s".formatted(wire.url(), e.getMessage(), next));
  }

  private void move(ModemState state, String why) {
    ModemState before = status.state();
    change(status.moved(state, why, around.clock().instant()));
    if (before != state) {
      LOG.log(
          state.maySend() ? Level.INFO : Level.WARNING,
          "{0}: {1}{2}",
          around.label(),
          state,
          why.isEmpty() ? "" : ", " + why);
    }
  }

  private void change(ModemStatus next) {
    if (!next.equals(status) && !pause.isClosed()) {
      status = next;
      around.observer().changed(next);
    }
  }

  @Override
  public ModemStatus status() {
    return status;
  }

  @Override
  public SendResult send(Segment segment) {
    return sendTogether(List.of(segment)).get(0);
  }

  /** As one text; the stick cuts it itself. */
  @Override
  public List<SendResult> sendTogether(List<Segment> parts) {
    if (pause.isClosed()) {
      return all(parts, new NotSent(SendFault.MODEM, 0, "it is closed"));
    }
    String reference = "hl" + parts.get(0).message();
    HilinkHabits habits = HilinkHabits.of(wire.variant(), status.identity().model());
    SendResult result = outbox.send(parts, habits, reference);
    if (result instanceof Sent) {
      return sent(parts, reference);
    }
    if (result instanceof NotSent not && not.fault() == SendFault.MODEM) {
      statusDue = Instant.MIN;
      pause.call();
    }
    return all(parts, result);
  }

  private List<SendResult> sent(List<Segment> parts, String reference) {
    List<String> references =
        IntStream.rangeClosed(1, parts.size()).mapToObj(part -> reference + "-" + part).toList();
    reports.expect(parts.get(0).destination().display(), references);
    List<SendResult> results = new ArrayList<>();
    references.forEach(each -> results.add(new Sent(each)));
    return results;
  }

  private static List<SendResult> all(List<Segment> parts, SendResult result) {
    return Collections.nCopies(parts.size(), result);
  }

  @Override
  public String ussd(String request, Duration patience) throws InterruptedException {
    return new UssdDialogue(session, timers, pause).ask(request, patience);
  }

  @Override
  public void reset() {
    try {
      session.post("/api/device/control", Xml.request(Xml.element("Control", 1)));
      move(ModemState.STARTING, "restarted by its operator");
    } catch (IOException e) {
      throw new ModemRefusedException("the stick does not restart: " + e.getMessage());
    }
  }

  @Override
  public void trace(TraceMode mode) {
    trace.switchTo(mode);
  }

  @Override
  public List<TracedPdu> recent() {
    return trace.recent();
  }

  @Override
  public void close() {
    pause.close();
  }
}
