package io.chasqui.smpp.link;

import io.chasqui.domain.link.Bottleneck;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.PduTrace;
import io.chasqui.smpp.wire.WireCounters;
import io.chasqui.smpp.wire.WireTap;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;

/** What is counted and traced of one connector; outlives its link, so that counts only grow. */
final class Instruments {
  private final WireCounters wire = new WireCounters();
  private final TimingHistogram responseTime = new TimingHistogram();
  private final TimingHistogram windowWait = new TimingHistogram();
  private final LongAdder throttles = new LongAdder();
  private final LongAdder unknown = new LongAdder();
  private final LongAdder lateAnswers = new LongAdder();
  private final PduTrace trace;

  Instruments(Clock clock) {
    trace = new PduTrace(clock);
  }

  PduTrace trace() {
    return trace;
  }

  WireTap tap(String session) {
    return WireTap.both(wire, trace.tap(session));
  }

  void answered(long nanos) {
    responseTime.record(nanos);
  }

  void answeredLate() {
    lateAnswers.increment();
  }

  void waited(long nanos) {
    windowWait.record(nanos);
  }

  void throttled() {
    throttles.increment();
  }

  void unknown(int submits) {
    unknown.add(submits);
  }

  LinkFigures figures(double segmentsPerSecond, Bottleneck bottleneck) {
    return new LinkFigures(
        CommandId.named(wire.pdusIn()),
        CommandId.named(wire.pdusOut()),
        wire.octetsIn(),
        wire.octetsOut(),
        throttles.sum(),
        unknown.sum(),
        lateAnswers.sum(),
        windowWait.timings(),
        responseTime.timings(),
        segmentsPerSecond,
        bottleneck);
  }
}
