package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.EsmePdus.Envelope;
import io.chasqui.benchmark.Latencies;
import io.chasqui.benchmark.SmscPdus;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.WireSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Messages from phones, so many under way at once, over the session bound last. */
final class IncomingTraffic {
  private static final int WINDOW = 100;
  private static final long PATIENCE_SECONDS = 30;

  private final Semaphore window = new Semaphore(WINDOW);
  private final Map<Integer, Long> underWay = new ConcurrentHashMap<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile Latencies latencies = new Latencies();
  private volatile WireSession session;

  void over(WireSession bound) {
    session = bound;
  }

  void lost(WireSession gone) {
    if (session == gone) {
      session = null;
    }
  }

  /** Returns when all have been answered, or none has come for long. */
  Sent run(int run, String number, Pace pace) throws InterruptedException {
    accepted.set(0);
    refused.set(0);
    latencies = new Latencies();
    Pace.Course course = pace.begin();
    for (int serial = 0; !course.isOver(); serial++) {
      window.acquire();
      send(new Stamp(run, serial, System.nanoTime()), number);
    }
    if (window.tryAcquire(WINDOW, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      window.release(WINDOW);
    }
    return new Sent(accepted.get(), refused.get(), course.since(), Times.of(latencies));
  }

  private void send(Stamp stamp, String number) {
    int sequence = session.nextSequence();
    underWay.put(sequence, stamp.nanos());
    String text = stamp.text() + " I would like to know more";
    session.write(new Pdu(SmscPdus.incoming(sequence, new Envelope(stamp.phone(), number), text)));
  }

  /** A deliver_sm_resp; those to receipts are nobody's here. */
  void answered(int sequence, int status) {
    Long since = underWay.remove(sequence);
    if (since != null) {
      latencies.add(System.nanoTime() - since);
      (status == 0 ? accepted : refused).incrementAndGet();
      window.release();
    }
  }
}
