package io.chasqui.app.operations;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Loads the directory again after a change, until it succeeds: an old snapshot lets a revoked key
 * go on working. Who is to hear of a changed connector hears of it after that.
 */
final class DirectoryRefresh {
  private static final System.Logger LOG = System.getLogger("io.chasqui.directory");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Supplier<DirectorySnapshot> loader;
  private final Consumer<ConnectorChanged> listeners;
  private final ScheduledExecutorService executor;
  private final Duration firstWait;

  private final Queue<ConnectorChanged> untold = new ConcurrentLinkedQueue<>();
  private volatile State state = State.CURRENT;
  private volatile DirectorySnapshot snapshot;

  /** Whether the snapshot is what was last committed. */
  enum State {
    CURRENT,
    BEHIND
  }

  /**
   * @param firstWait before the second attempt; doubled by each further one, up to 30 s
   */
  DirectoryRefresh(
      Supplier<DirectorySnapshot> loader,
      Consumer<ConnectorChanged> listeners,
      ScheduledExecutorService executor,
      Duration firstWait) {
    this.loader = loader;
    this.listeners = listeners;
    this.executor = executor;
    this.firstWait = firstWait;
  }

  /** As last loaded; loads it when it never was. */
  DirectorySnapshot current() {
    DirectorySnapshot known = snapshot;
    return known != null ? known : load();
  }

  State state() {
    return state;
  }

  /** Starts loading; the future ends with the first attempt. */
  Future<?> after(SettingsSaved saved) {
    saved.connector().ifPresent(untold::add);
    return executor.submit(() -> attempt(firstWait));
  }

  private void attempt(Duration nextWait) {
    try {
      load();
      state = State.CURRENT;
    } catch (RuntimeException e) {
      state = State.BEHIND;
      tryAgain(nextWait, e);
      return;
    }
    for (ConnectorChanged next = untold.poll(); next != null; next = untold.poll()) {
      tell(next);
    }
  }

  /** One at a time, so that an older state never comes after a newer one. */
  private synchronized DirectorySnapshot load() {
    snapshot = loader.get();
    return snapshot;
  }

  private void tryAgain(Duration wait, RuntimeException failure) {
    LOG.log(
        Level.ERROR,
        "directory: a change is stored but not in force; loaded again in " + wait,
        failure);
    Duration doubled = wait.multipliedBy(2);
    Duration next = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    try {
      executor.schedule(() -> attempt(next), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.INFO, "directory: stopping; the change is in force after the next start");
    }
  }

  private void tell(ConnectorChanged change) {
    try {
      listeners.accept(change);
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          change.id() + ": the change is stored but its link did not follow; restart it",
          e);
    }
  }
}
