package io.chasqui.app.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Ends a wait, now or, when nobody waits, the next one. */
public final class Wakeup {
  private final Semaphore calls = new Semaphore(0);

  public void call() {
    if (calls.availablePermits() == 0) {
      calls.release();
    }
  }

  /** Returns after a call or after {@code longest}. */
  public void await(Duration longest) throws InterruptedException {
    if (calls.tryAcquire(Math.max(0, longest.toMillis()), TimeUnit.MILLISECONDS)) {
      calls.drainPermits();
    }
  }
}
