package io.chasqui.micro;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/**
 * SIGTERM, Ctrl-C and SIGHUP as a wish to stop. Not a shutdown hook: hooks run side by side, so the
 * log and Payara's own hook would go while the gateway still finishes its work.
 */
final class StopSignal {
  private final CountDownLatch wished = new CountDownLatch(1);
  private final Duration within;
  private final Runnable otherwise;

  private StopSignal(Duration within, Runnable otherwise) {
    this.within = within;
    this.otherwise = otherwise;
  }

  /**
   * @param otherwise done when this process still runs that long after the first signal
   */
  static StopSignal install(Progress progress, Duration within, Runnable otherwise) {
    StopSignal stop = new StopSignal(within, otherwise);
    for (String name : new String[] {"TERM", "INT", "HUP"}) {
      Signal.handle(new Signal(name), signal -> stop.wish(progress));
    }
    return stop;
  }

  private void wish(Progress progress) {
    if (wished.getCount() == 0) {
      progress.say("still stopping: what is in flight is being finished");
      return;
    }
    wished.countDown();
    Watch.after(within, otherwise);
  }

  CountDownLatch latch() {
    return wished;
  }

  boolean isWished() {
    return wished.getCount() == 0;
  }

  void await() throws InterruptedException {
    wished.await();
  }
}
