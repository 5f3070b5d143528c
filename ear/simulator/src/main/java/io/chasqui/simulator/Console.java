package io.chasqui.simulator;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The lines on the terminal: binds as they come and go, counters once a second under traffic. */
final class Console implements LinkWatcher {

  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  void complain(String what) {
    err.println("simulator: " + what);
  }

  void listening(String host, int port) {
    say("listening on %s:%d", host, port);
  }

  void controlled(int port) {
    say("control on http://127.0.0.1:%d", port);
  }

  @Override
  public void bound(BoundSession s) {
    say("%s bound as %s from %s", s.systemId(), s.mode(), s.peer());
  }

  @Override
  public void unbound(BoundSession s) {
    say("%s unbound, was %s from %s", s.systemId(), s.mode(), s.peer());
  }

  @Override
  public void refused(String systemId, int status) {
    say("%s refused, bind answered with %s", systemId, CommandStatus.text(status));
  }

  /** Until the latch opens. */
  void follow(TrafficLog log, CountDownLatch stop) throws InterruptedException {
    Counters before = log.counters();
    while (!stop.await(1, TimeUnit.SECONDS)) {
      Counters now = log.counters();
      if (!now.equals(before)) {
        say("%s", line(now, now.submits() - before.submits()));
      }
      before = now;
    }
  }

  private static String line(Counters c, long fresh) {
    return String.format(
        "submits %d (%d/s) in flight %d answered %d refused %d unanswered %d"
            + " | receipts %d waiting %d failed %d | mo %d",
        c.submits(),
        fresh,
        c.inFlight(),
        c.answered(),
        c.refused(),
        c.unanswered(),
        c.receipts(),
        c.receiptsWaiting(),
        c.receiptFailures(),
        c.messagesOriginated());
  }

  private void say(String form, Object... values) {
    String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    out.println(time + " simulator: " + String.format(form, values));
  }
}
