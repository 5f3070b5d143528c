package io.chasqui.benchmark;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Runs tasks after a time that is the same for all, so they stay in order. */
public final class DelayedAnswers {
  private final BlockingQueue<Due> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "delayed-answers");

  private record Due(long at, Runnable task) {}

  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  public void stop() {
    thread.interrupt();
  }

  public void add(Duration delay, Runnable task) {
    waiting.add(new Due(System.nanoTime() + delay.toNanos(), task));
  }

  private void run() {
    try {
      while (true) {
        Due next = waiting.take();
        awaitUntil(next.at());
        next.task().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitUntil(long at) throws InterruptedException {
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
