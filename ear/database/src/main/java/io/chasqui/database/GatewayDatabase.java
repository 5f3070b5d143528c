package io.chasqui.database;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A use of this process's one database. Whoever needs the database starts it; it runs from the
 * first start to the last stop.
 *
 * <p>There is no shutdown hook on purpose: hooks run side by side, so one would pull the database
 * from under a gateway finishing its work. A JVM that exits without {@link #stop()} takes the
 * embedded database along, cleanly, by the pipe of its process.
 */
public final class GatewayDatabase implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GatewayDatabase.class);

  /** Once stopped it stays here: a late look by a connection pool must not start it again. */
  private static SharedDatabase shared;

  private final SharedDatabase database;
  private final AtomicBoolean stopped = new AtomicBoolean();

  private GatewayDatabase(SharedDatabase database) {
    this.database = database;
  }

  /**
   * Begins the start in the background, unless the database runs already, and returns at once.
   * Every use wants its own {@link #stop()}.
   */
  public static synchronized GatewayDatabase start(Settings settings) {
    if (shared == null || shared.failed() || shared.stopped()) {
      shared = SharedDatabase.start(settings);
    } else if (!shared.settings().equals(settings)) {
      log.warn("database: runs already as {}; other settings are ignored", shared.settings());
    }
    shared.enter();
    return new GatewayDatabase(shared);
  }

  /**
   * The database as it is; started by the settings at hand when nobody has yet. That is no use: the
   * last stop of those who did start it ends it.
   */
  static synchronized SharedDatabase running() {
    if (shared == null) {
      shared = SharedDatabase.start(Settings.read());
    }
    return shared;
  }

  /**
   * Waits, at most 120 s, until the database accepts connections.
   *
   * @throws DatabaseStartException when it did not start; every call throws it again
   */
  public ConnectionDetails connectionDetails() {
    return database.connectionDetails();
  }

  /** Ends this use; the last one shuts the database down, which takes some 30 s at most. */
  public void stop() {
    if (stopped.compareAndSet(false, true)) {
      leave(database);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private static synchronized void leave(SharedDatabase left) {
    left.leave();
  }
}
