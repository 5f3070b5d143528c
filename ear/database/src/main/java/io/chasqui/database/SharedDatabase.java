package io.chasqui.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process's database with the count of its uses; {@link GatewayDatabase} guards the count. */
final class SharedDatabase {
  private static final int START_SECONDS = 120;

  private final Settings settings;
  private final CompletableFuture<EmbeddedMariaDb> embedded;
  private int uses;
  private volatile boolean stopped;

  private SharedDatabase(Settings settings, CompletableFuture<EmbeddedMariaDb> embedded) {
    this.settings = settings;
    this.embedded = embedded;
  }

  static SharedDatabase start(Settings settings) {
    CompletableFuture<EmbeddedMariaDb> embedded = new CompletableFuture<>();
    if (settings.external().isEmpty()) {
      // A thread of its own: the common pool may be busy with what waits for the database.
      Thread starter = new Thread(() -> start(settings, embedded), "chasqui-database-start");
      starter.setDaemon(true);
      starter.start();
    }
    return new SharedDatabase(settings, embedded);
  }

  private static void start(Settings settings, CompletableFuture<EmbeddedMariaDb> embedded) {
    try {
      embedded.complete(EmbeddedMariaDb.start(settings));
    } catch (RuntimeException | LinkageError refused) {
      embedded.completeExceptionally(refused);
    }
  }

  Settings settings() {
    return settings;
  }

  boolean failed() {
    return embedded.isCompletedExceptionally();
  }

  boolean stopped() {
    return stopped;
  }

  ConnectionDetails connectionDetails() {
    if (stopped) {
      throw new DatabaseStartException("The gateway is stopping: its database is closed");
    }
    return settings.external().orElseGet(() -> started().connectionDetails());
  }

  private EmbeddedMariaDb started() {
    try {
      return embedded.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof DatabaseStartException refused
          ? refused
          : new DatabaseStartException(
              "The embedded database did not start: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw new DatabaseStartException(
          "The embedded database was not ready within " + START_SECONDS + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseStartException("The wait for the database was interrupted", e);
    }
  }

  void enter() {
    uses++;
  }

  /** The last use takes the database with it. */
  void leave() {
    uses--;
    if (uses > 0) {
      return;
    }
    stopped = true;
    if (settings.external().isEmpty()) {
      stopWhenStarted();
    }
  }

  private void stopWhenStarted() {
    try {
      embedded.thenAccept(EmbeddedMariaDb::stop).get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException neverStarted) {
      // told to those who waited for it; there is nothing to stop
    } catch (TimeoutException e) {
      throw new DatabaseStartException("The embedded database is still starting; it stops later");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
