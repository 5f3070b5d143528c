package io.chasqui.systemtest;

import io.chasqui.database.ConnectionDetails;
import io.chasqui.database.EmbeddedMariaDb;
import io.chasqui.database.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** An operator's own MariaDB: started apart from the gateway, always on the same port. */
final class ExternalMariaDb implements AutoCloseable {
  private final Settings settings;
  private final int port;
  private EmbeddedMariaDb server;

  private ExternalMariaDb(Settings settings, int port) {
    this.settings = settings;
    this.port = port;
  }

  static ExternalMariaDb create() throws IOException {
    int port = FreePorts.one();
    Map<String, String> given =
        Map.of(
            "chasqui.home", Repository.scratch("mariadb").toString(),
            "chasqui.db.port", Integer.toString(port),
            "chasqui.db.buffer-pool", "64");
    ExternalMariaDb database =
        new ExternalMariaDb(Settings.from(name -> Optional.ofNullable(given.get(name))), port);
    database.start();
    return database;
  }

  void start() {
    server = EmbeddedMariaDb.start(settings);
  }

  void stop() {
    server.stop();
  }

  /** As an operator writes them, without the options the gateway adds. */
  Map<String, String> gatewaySettings() {
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
