package io.chasqui.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.mariadb.jdbc.MariaDbDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MariaDB under the gateway's home, on loopback, with one account whose password nobody chose.
 *
 * <p>The data stays until the user deletes it. A server that dies is started again on its port.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
  private static final Duration START = Duration.ofSeconds(110);
  private static final int POLL_MILLISECONDS = 25;
  private static final int RESTART_AFTER_SECONDS = 2;
  private static final int PORTS_TRIED = 5;

  private final Folders folders;
  private final Settings settings;
  private final HomeLock lock;
  private ServerOptions options;
  private DatabasePassword password;
  private ServerProcess server;
  private int port;
  private boolean stopped;

  private EmbeddedMariaDb(Settings settings, HomeLock lock) {
    this.settings = settings;
    this.folders = new Folders(lock.home());
    this.lock = lock;
  }

  /**
   * Returns when the database accepts the gateway's login.
   *
   * @throws DatabaseStartException with the reason in one sentence; nothing is left running
   */
  public static EmbeddedMariaDb start(Settings settings) {
    long began = System.nanoTime();
    EmbeddedMariaDb database = new EmbeddedMariaDb(settings, HomeLock.take(settings.home()));
    try {
      database.prepare();
      database.launch();
    } catch (RuntimeException refused) {
      database.stop();
      throw refused;
    }
    log.info(
        "database: MariaDB ready on 127.0.0.1:{} after {} ms, data in {}",
        database.port,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
        database.folders.data());
    return database;
  }

  private void prepare() {
    folders.createAll();
    EarlierServer.end(folders);
    options = new ServerOptions(BundledServer.unpackedAt(folders.base()), folders);
    new Installation(options, folders).ensure();
    password = DatabasePassword.keptIn(folders.keys());
  }

  public synchronized ConnectionDetails connectionDetails() {
    return new ConnectionDetails(
        DatabaseUrl.embedded(port).value(), Accounts.USER, password.value());
  }

  /** The server's process id; another one after it had to be started again. */
  public synchronized long pid() {
    return server.pid();
  }

  /** Shuts the database down cleanly, within some 30 s; does nothing the second time. */
  public synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    if (server != null) {
      server.stop();
    }
    lock.close();
  }

  @Override
  public void close() {
    stop();
  }

  /** A free port may be taken between our look and the server's bind: then another one. */
  private synchronized void launch() {
    for (int attempt = 1; ; attempt++) {
      int candidate = port != 0 ? port : settings.port() != 0 ? settings.port() : freePort();
      try {
        launch(candidate);
        return;
      } catch (DatabaseStartException refused) {
        boolean taken = server != null && server.serverLog().tells("Bind on TCP/IP port");
        if (!taken || port != 0 || settings.port() != 0 || attempt == PORTS_TRIED) {
          throw refused;
        }
      }
    }
  }

  private void launch(int candidate) {
    Path accounts = new Accounts(password).writeTo(folders.run());
    try {
      server =
          ServerProcess.launch(
              options.serving(candidate, settings.bufferPoolMegabytes(), accounts), folders);
      awaitLogin(candidate);
      port = candidate;
      server.onExit().thenRunAsync(this::ended, later());
    } finally {
      deleteQuietly(accounts);
    }
  }

  private void awaitLogin(int candidate) {
    long deadline = System.nanoTime() + START.toNanos();
    try {
      while (!server.ended(POLL_MILLISECONDS)) {
        if (acceptsLogin(candidate)) {
          return;
        }
        if (System.nanoTime() > deadline) {
          server.stop();
          throw new DatabaseStartException(
              "The embedded database was not ready within "
                  + START.toSeconds()
                  + " s: "
                  + server.serverLog().complaint());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.stop();
      throw new DatabaseStartException("The start of the database was interrupted", e);
    }
    throw new DatabaseStartException(
        "The embedded database did not start: mariadbd " + server.lastWords());
  }

  private boolean acceptsLogin(int candidate) {
    try (Connection connection =
        new MariaDbDataSource(DatabaseUrl.probe(candidate).value())
            .getConnection(Accounts.USER, password.value())) {
      return connection.isValid(5);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private synchronized void ended() {
    if (stopped) {
      return;
    }
    log.error(
        "database: mariadbd {} {}; starting it again on port {}",
        server.pid(),
        server.lastWords(),
        port);
    try {
      launch();
      log.info("database: MariaDB ready again on 127.0.0.1:{}", port);
    } catch (DatabaseStartException refused) {
      log.error("database: {}; next attempt in {} s", refused.getMessage(), RESTART_AFTER_SECONDS);
      CompletableFuture.runAsync(this::ended, later());
    }
  }

  private static Executor later() {
    return CompletableFuture.delayedExecutor(RESTART_AFTER_SECONDS, TimeUnit.SECONDS);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new DatabaseStartException("No free TCP port on 127.0.0.1 for the database", e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("database: {} could not be deleted", file);
    }
  }
}
