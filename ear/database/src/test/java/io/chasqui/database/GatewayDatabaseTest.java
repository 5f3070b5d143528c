package io.chasqui.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process-wide database and the data source on top, embedded and external. */
class GatewayDatabaseTest {
  @TempDir Path folder;

  @Test
  void it_runs_from_the_first_start_to_the_last_stop() throws Exception {
    GatewayDatabase launcher = GatewayDatabase.start(Homes.at(folder));
    GatewayDatabase broker = GatewayDatabase.start(Homes.at(folder));
    ConnectionDetails details = broker.connectionDetails();
    assertThat(launcher.connectionDetails()).isEqualTo(details);
    launcher.stop();
    launcher.stop();
    try (Connection connection = new GatewayDataSource().getConnection()) {
      assertThat(connection.isValid(5)).isTrue();
      assertThat(connection.getMetaData().getURL()).contains("useBulkStmts=true");
    }
    broker.stop();
    assertThatThrownBy(() -> Homes.connect(details)).isInstanceOf(SQLException.class);
    HomeLock.take(folder).close();
  }

  @Test
  void a_data_source_asked_first_starts_it_and_asked_last_does_not() throws Exception {
    try (ChildGateway child = ChildGateway.byDataSource(folder)) {
      assertThat(child.nextLine()).isEqualTo("chasqui");
      assertThat(child.nextLine()).isEqualTo("The gateway is stopping: its database is closed");
    }
  }

  @Test
  void it_starts_again_after_the_last_stop() throws Exception {
    GatewayDatabase.start(Homes.at(folder)).stop();
    try (GatewayDatabase again = GatewayDatabase.start(Homes.at(folder))) {
      assertThat(Homes.ask(again.connectionDetails(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void a_start_that_fails_tells_everybody_who_waits_and_may_be_tried_again() throws Exception {
    HomeLock other = HomeLock.take(folder);
    try (GatewayDatabase refused = GatewayDatabase.start(Homes.at(folder))) {
      assertThatThrownBy(refused::connectionDetails)
          .isInstanceOf(DatabaseStartException.class)
          .hasMessageContaining("in use by another Chasqui");
      assertThatThrownBy(() -> new GatewayDataSource().getConnection())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("in use by another Chasqui");
      other.close();
      try (GatewayDatabase again = GatewayDatabase.start(Homes.at(folder))) {
        assertThat(Homes.ask(again.connectionDetails(), "SELECT 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void with_an_external_database_nothing_is_started() throws Exception {
    try (EmbeddedMariaDb elsewhere = EmbeddedMariaDb.start(Homes.at(folder.resolve("elsewhere")))) {
      ConnectionDetails there = elsewhere.connectionDetails();
      Path home = folder.resolve("home");
      Settings settings =
          Homes.at(
              home,
              "chasqui.db.url",
              there.url().substring(0, there.url().indexOf('?')),
              "chasqui.db.user",
              there.user(),
              "chasqui.db.password",
              there.password());
      try (GatewayDatabase external = GatewayDatabase.start(settings)) {
        assertThat(external.connectionDetails().url()).contains("useBulkStmts=true");
        try (Connection connection = new GatewayDataSource().getConnection()) {
          assertThat(connection.getCatalog()).isEqualTo("chasqui");
        }
        assertThatThrownBy(() -> new GatewayDataSource().getConnection("chasqui", "wrong"))
            .hasMessageContaining("Access denied");
      }
      assertThat(home).doesNotExist();
      assertThat(Homes.ask(there, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void an_external_database_out_of_reach_is_named_with_host_and_port() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Settings settings =
        Homes.at(
            folder,
            "chasqui.db.url",
            "jdbc:mariadb://127.0.0.1:" + port + "/chasqui",
            "chasqui.db.password",
            "a secret");
    try (GatewayDatabase external = GatewayDatabase.start(settings)) {
      assertThatThrownBy(() -> new GatewayDataSource().getConnection())
          .isInstanceOf(SQLException.class)
          .hasMessageStartingWith("The database at 127.0.0.1:" + port + " cannot be reached")
          .hasMessageNotContaining("a secret");
    }
  }
}
