package io.chasqui.smpp.link;

import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.smpp.mapping.SubmitPdu;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.SubmitAnswer;
import io.chasqui.smpp.wire.WireListener;
import io.chasqui.smpp.wire.WireSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.DeliverSm;

/** One session from its bind to its end: submits out, answers matched, time kept. */
final class SmppSession implements WireListener {
  private static final Logger LOG = System.getLogger(SmppSession.class.getName());
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration BIND_TIMEOUT = Duration.ofSeconds(10);

  /** What a session tells those who keep it; on the wire's threads, so they return at once. */
  interface Keeper {
    /** An answer came, or a place became free without one. */
    void onAnswer(int status);

    void onDeliver(DeliverSm pdu, SmppSession session);

    void onClosed(SmppSession session, String reason);
  }

  private final SmppLinkSettings settings;
  private final Surroundings around;
  private final Keeper keeper;
  private final Window window;
  private final WireSession wire;
  private final OutcomeReports reports;
  private final AtomicBoolean enquiring = new AtomicBoolean();
  private volatile boolean over;

  SmppSession(SmppLinkSettings settings, Surroundings around, Keeper keeper) {
    this.settings = settings;
    this.around = around;
    this.keeper = keeper;
    this.reports = new OutcomeReports(settings.id(), around.clock());
    this.window = new Window(settings.window());
    this.wire = WireSession.unbound(settings.id(), CONNECT_TIMEOUT, around.nanos(), this);
  }

  /** Connects and binds, within 20 s; see {@link WireSession#bind}. */
  void bind() throws IOException {
    wire.bind(settings, BIND_TIMEOUT);
  }

  int free() {
    return settings.bind().canSubmit() ? window.free() : 0;
  }

  /** Whether the connection has ended. */
  boolean isOver() {
    return over;
  }

  int inFlight() {
    return window.inFlight();
  }

  /** Writes the segments in one go; each has its outcome, now or later. */
  void submit(List<Segment> segments, OutcomeSink sink) {
    List<Unanswered> batch = new ArrayList<>(segments.size());
    ByteArrayOutputStream pdus = new ByteArrayOutputStream();
    for (Segment segment : segments) {
      reserve(segment, sink, batch, pdus);
    }
    if (!batch.isEmpty()) {
      write(batch, pdus.toByteArray());
    }
  }

  private void reserve(
      Segment segment, OutcomeSink sink, List<Unanswered> batch, ByteArrayOutputStream pdus) {
    Unanswered submit =
        new Unanswered(wire.nextSequence(), segment.message(), segment.part(), sink);
    try {
      byte[] pdu = SubmitPdu.compose(submit.sequence(), segment);
      if (window.reserve(submit)) {
        batch.add(submit);
        pdus.writeBytes(pdu);
      } else {
        reports.deferred(submit, "the window is full");
      }
    } catch (PDUStringException e) {
      reports.unfit(submit, e.getErrorCode());
    }
  }

  private void write(List<Unanswered> batch, byte[] pdus) {
    if (!window.write(batch, around.now())) {
      batch.forEach(submit -> reports.deferred(submit, "the session has just ended"));
      return;
    }
    try {
      wire.write(pdus);
    } catch (IOException e) {
      wire.cut("writing failed: " + e.getMessage());
    }
  }

  /** Called some times a second. */
  void tick() {
    long now = around.now();
    List<Unanswered> overdue = window.sweep(now, settings.responseTimeout());
    if (!overdue.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "{0}: {1} submits without an answer for {2} s: their outcome is unknown, a late answer"
              + " will be taken",
          settings.id(),
          overdue.size(),
          settings.responseTimeout().toSeconds());
      reports.unknown(
          overdue, "no answer within %d s".formatted(settings.responseTimeout().toSeconds()));
      keeper.onAnswer(CommandStatus.OK);
    }
    watchSilence(now - wire.lastRead());
  }

  private void watchSilence(long silence) {
    long idle = settings.enquireLink().toNanos();
    if (silence < idle) {
      enquiring.set(false);
    } else if (silence >= idle + settings.responseTimeout().toNanos()) {
      wire.cut("no answer to enquire_link");
    } else if (enquiring.compareAndSet(false, true)) {
      run(wire::enquire);
    }
  }

  /** deliver_sm_resp; nothing happens when the session has ended, for the SMSC will repeat. */
  void acknowledge(int status, List<Integer> sequences) {
    try {
      wire.acknowledge(status, sequences);
    } catch (IOException e) {
      wire.cut("writing failed: " + e.getMessage());
    }
  }

  void requestUnbind() {
    run(wire::requestUnbind);
  }

  void cut(String reason) {
    wire.cut(reason);
  }

  /** Gives all unanswered submits up. */
  void abandon(String reason) {
    reports.unknown(window.close(), reason);
  }

  @Override
  public void onAnswer(SubmitAnswer answer) {
    window
        .answered(answer.sequence())
        .ifPresent(
            submit -> {
              reports.answered(submit, answer);
              keeper.onAnswer(answer.status());
            });
  }

  @Override
  public void onDeliver(DeliverSm pdu) {
    keeper.onDeliver(pdu, this);
  }

  @Override
  public void onClosed(String reason) {
    over = true;
    abandon("connection lost before the answer: " + reason);
    keeper.onClosed(this, reason);
  }

  private interface Writing {
    void run() throws IOException;
  }

  /** Writes on another thread, for the peer may not be reading. */
  private void run(Writing writing) {
    try {
      around.works().execute(() -> orCut(writing));
    } catch (RejectedExecutionException e) {
      wire.cut("the adapter is stopping");
    }
  }

  private void orCut(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      wire.cut("writing failed: " + e.getMessage());
    }
  }
}
