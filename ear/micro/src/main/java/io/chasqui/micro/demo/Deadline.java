package io.chasqui.micro.demo;

import java.time.Duration;

/** The end of the demonstration's patience, one for all its waits. */
record Deadline(long nanoTime) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean isPast() {
    return left().isNegative();
  }

  Duration left() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }
}
