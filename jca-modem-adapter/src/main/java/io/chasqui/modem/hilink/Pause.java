package io.chasqui.modem.hilink;

import java.time.Duration;

/** Waits that the modem's closing, or somebody who wants attention, ends early. */
final class Pause {
  private boolean closed;
  private boolean called;

  /** Whether the modem is to go on after so long, or earlier when called. */
  synchronized boolean until(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    long left = time.toMillis();
    while (!closed && !called && left > 0) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    called = false;
    return !closed;
  }

  /** As above, heedless of calls. */
  synchronized boolean throughout(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    long left = time.toMillis();
    while (!closed && left > 0) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    return !closed;
  }

  synchronized void call() {
    called = true;
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }
}
