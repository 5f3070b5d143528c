package io.chasqui.smpp.link;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.smpp.mapping.SubmitComposer;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.SubmitAnswer;
import io.chasqui.smpp.wire.WireSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsmpp.PDUStringException;

/** The submits of one session: composed, written as far as the window goes, answered or overdue. */
final class Submits {
  private static final Logger LOG = System.getLogger(Submits.class.getName());

  private final ConnectorId connector;
  private final Duration timeout;
  private final Surroundings around;
  private final SubmitComposer composer;
  private final Window window;
  private final OutcomeReports reports;
  private final Instruments instruments;

  Submits(SmppLinkSettings settings, Surroundings around, Instruments instruments) {
    this.instruments = instruments;
    this.connector = settings.id();
    this.timeout = settings.timers().response();
    this.around = around;
    this.composer = new SubmitComposer(settings.submits());
    this.window = new Window(settings.window());
    this.reports = new OutcomeReports(settings.id(), settings.statuses(), around.clock());
  }

  int free() {
    return window.free();
  }

  int inFlight() {
    return window.inFlight();
  }

  /** Writes the segments in one go; each has its outcome, now or later. */
  void write(List<Segment> segments, OutcomeSink sink, WireSession wire) {
    List<Unanswered> batch = new ArrayList<>(segments.size());
    List<Pdu> pdus = new ArrayList<>(segments.size());
    for (Segment segment : segments) {
      Unanswered submit =
          new Unanswered(wire.nextSequence(), segment.message(), segment.part(), sink);
      reserve(submit, segment)
          .ifPresent(
              pdu -> {
                batch.add(submit);
                pdus.add(pdu);
              });
    }
    if (window.write(batch, around.now())) {
      wire.write(pdus);
    } else {
      batch.forEach(submit -> reports.deferred(submit, "the session has just ended"));
    }
  }

  /** The PDU to write, unless the submit has its outcome already. */
  private Optional<Pdu> reserve(Unanswered submit, Segment segment) {
    try {
      Pdu pdu = composer.compose(submit.sequence(), segment);
      if (window.reserve(submit)) {
        return Optional.of(pdu);
      }
      reports.deferred(submit, "the window is full");
    } catch (PDUStringException e) {
      reports.unfit(submit, e.getErrorCode());
    }
    return Optional.empty();
  }

  /** Whether somebody waited for the answer. */
  boolean answer(SubmitAnswer answer) {
    Optional<Window.Answered> answered = window.answered(answer.sequence());
    answered.ifPresent(
        one -> {
          count(one);
          reports.answered(one.submit(), answer);
          window.told(one);
        });
    return answered.isPresent();
  }

  private void count(Window.Answered one) {
    instruments.answered(around.now() - one.writtenAt());
    if (one.late()) {
      instruments.answeredLate();
    }
  }

  /** Gives up those unanswered for too long; whether there were any. */
  boolean sweep() {
    List<Unanswered> overdue = window.sweep(around.now(), timeout);
    if (overdue.isEmpty()) {
      return false;
    }
    LOG.log(
        Level.WARNING,
        "{0}: {1} submits without an answer for {2} s: their outcome is unknown, a late answer"
            + " will be taken",
        connector,
        overdue.size(),
        timeout.toSeconds());
    giveUp(overdue, "no answer within %d s".formatted(timeout.toSeconds()));
    return true;
  }

  /** Gives all that is unanswered up; nothing can be written any more. */
  void abandon(String reason) {
    giveUp(window.close(), reason);
  }

  private void giveUp(List<Unanswered> lost, String reason) {
    instruments.unknown(lost.size());
    reports.unknown(lost, reason);
  }
}
