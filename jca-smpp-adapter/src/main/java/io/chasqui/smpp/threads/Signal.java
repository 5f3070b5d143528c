package io.chasqui.smpp.threads;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waiting for something to change: bounded, looped, interruptible. */
public final class Signal {
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile int waiters;

  public Signal(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Wakes those who wait; nearly free when nobody does. */
  public void changed() {
    if (waiters > 0) {
      lock.lock();
      try {
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Waits until {@code condition} holds or {@code patience} has run out.
   *
   * @param next nanoseconds after which the condition may hold without a signal; 0 = never
   */
  public void await(BooleanSupplier condition, Duration patience, LongSupplier next)
      throws InterruptedException {
    long deadline = nanos.getAsLong() + patience.toNanos();
    lock.lockInterruptibly();
    try {
      waiters++;
      long left = patience.toNanos();
      while (!condition.getAsBoolean() && left > 0) {
        long soon = next.getAsLong();
        changed.awaitNanos(soon > 0 ? Math.min(soon, left) : left);
        left = deadline - nanos.getAsLong();
      }
    } finally {
      waiters--;
      lock.unlock();
    }
  }
}
