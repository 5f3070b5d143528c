package io.chasqui.app.messaging;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A thread that works in turns until it is stopped. No failure ends it: it says so, waits some
 * seconds at most and begins again on a new session.
 */
public final class Worker {
  /**
   * The broker brings what failed back after 15 s at most: without a failure for longer, it went.
   */
  private static final Duration RELAPSE = Duration.ofSeconds(20);

  private final String name;
  private final Duration rest;
  private final Task task;
  private final ConnectionFactory broker;
  private final FailureStreak failures;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param name for logs and health, such as "routing" or a connector's id
   * @param rest between two turns; zero for a task that waits for its work itself
   */
  Worker(
      String name,
      Duration rest,
      Task task,
      ConnectionFactory broker,
      Clock clock,
      ThreadFactory threads) {
    this.name = name;
    this.rest = rest;
    this.task = task;
    this.broker = broker;
    this.failures = new FailureStreak(name, RELAPSE, clock);
    thread = threads.newThread(this::run);
    thread.setName("chasqui-" + name);
  }

  void start() {
    thread.start();
  }

  public String name() {
    return name;
  }

  /** No more turns but those the task needs to be done. */
  public void stop() {
    stopping.countDown();
    task.stopping();
  }

  /** Waits for its end; whether that came in time. */
  public boolean join(Duration patience) {
    try {
      thread.join(Math.max(1, patience.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /** Since when turns have failed again and again; empty while they do not. */
  public Optional<Instant> failingSince() {
    return failures.since();
  }

  /** Ended without having been stopped, which only an error of the JVM's can do. */
  public boolean isLost() {
    return !isStopping() && thread.getState() == Thread.State.TERMINATED;
  }

  boolean isEnded() {
    return isStopping() && !thread.isAlive();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void run() {
    boolean goOn = true;
    while (goOn && hasWork()) {
      try (LocalSession session = new LocalSession(broker)) {
        work(task.begin(session));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        goOn = false;
      } catch (RuntimeException e) {
        goOn = recover(e);
      }
    }
  }

  private void work(Task.Turn turn) throws InterruptedException {
    while (hasWork()) {
      turn.run();
      failures.succeeded();
      stopping.await(rest.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean hasWork() {
    return !isStopping() || !task.isDone();
  }

  /** Whether to begin again; a worker that is to stop does not wait for better times. */
  private boolean recover(RuntimeException cause) {
    Duration pause = failures.failed(cause);
    task.failed(cause);
    try {
      return !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
