package io.chasqui.simulator;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers for messages; they start at the time, so a restarted simulator gives new ones. */
final class MessageIds {

  private final AtomicLong last = new AtomicLong(System.currentTimeMillis() * 1_000);

  long next() {
    return last.incrementAndGet();
  }
}
