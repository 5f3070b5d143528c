package io.chasqui.systemtest;

import io.chasqui.database.ConnectionDetails;
import io.chasqui.database.EmbeddedMariaDb;
import io.chasqui.database.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An operator's own MariaDB: started apart from the gateway, always on the same port. */
public final class ExternalMariaDb implements AutoCloseable {
  private final Path home;
  private final Settings settings;
  private final int port;
  private EmbeddedMariaDb server;

  private ExternalMariaDb(Path home, Settings settings, int port) {
    this.home = home;
    this.settings = settings;
    this.port = port;
  }

  public static ExternalMariaDb create() throws IOException {
    int port = FreePorts.one();
    Path home = Repository.scratch("mariadb");
    Map<String, String> given =
        Map.of(
            "chasqui.home", home.toString(),
            "chasqui.db.port", Integer.toString(port),
            "chasqui.db.buffer-pool", "64");
    ExternalMariaDb database =
        new ExternalMariaDb(
            home, Settings.from(name -> Optional.ofNullable(given.get(name))), port);
    database.start();
    return database;
  }

  void start() {
    server = EmbeddedMariaDb.start(settings);
  }

  void stop() {
    server.stop();
  }

  /** As kill -9 does; its keeper starts it again on its port. */
  public void kill() {
    List<ProcessHandle> servers = processes();
    if (servers.isEmpty()) {
      throw new AssertionError("no MariaDB runs in " + home);
    }
    servers.forEach(ProcessHandle::destroyForcibly);
    servers.forEach(each -> each.onExit().join());
  }

  private List<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(each -> each.info().command().orElse("").endsWith("/mariadbd"))
        .filter(each -> each.info().command().orElse("").startsWith(home.toString()))
        .toList();
  }

  /** As an operator writes them, without the options the gateway adds. */
  public Map<String, String> gatewaySettings() {
    ConnectionDetails details = server.connectionDetails();
    return Map.of(
        "CHASQUI_DB_URL", "jdbc:mariadb://127.0.0.1:%d/chasqui".formatted(port),
        "CHASQUI_DB_USER", details.user(),
        "CHASQUI_DB_PASSWORD", details.password());
  }

  @Override
  public void close() {
    stop();
  }
}
