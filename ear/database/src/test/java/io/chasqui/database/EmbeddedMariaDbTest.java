package io.chasqui.database;

import static io.chasqui.database.Homes.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One running database, looked at from many sides. */
class EmbeddedMariaDbTest {
  @TempDir static Path home;

  private static EmbeddedMariaDb database;
  private static ConnectionDetails details;

  @BeforeAll
  static void start() {
    database = EmbeddedMariaDb.start(Homes.at(home));
    details = database.connectionDetails();
  }

  @AfterAll
  static void stop() {
    database.stop();
  }

  @Test
  void only_the_owner_can_read_the_password_the_data_and_the_log() throws Exception {
    Path file = home.resolve("keys/database-password");
    assertThat(modeOf(file)).isEqualTo("rw-------");
    assertThat(modeOf(file.getParent())).isEqualTo("rwx------");
    assertThat(modeOf(home.resolve("database"))).isEqualTo("rwx------");
    assertThat(modeOf(home.resolve("database/data"))).isEqualTo("rwx------");
    assertThat(modeOf(home.resolve("logs/database.log"))).isEqualTo("rw-------");
    assertThat(Files.readString(file).strip()).hasSize(43).isEqualTo(details.password());
  }

  @Test
  void the_statements_with_the_password_are_gone_after_the_start() {
    assertThat(home.resolve("database/run/accounts.sql")).doesNotExist();
  }

  @Test
  void the_password_is_in_no_command_line_and_no_text_form() throws Exception {
    assertThat(Files.readString(Path.of("/proc/" + database.pid() + "/cmdline")))
        .contains("--datadir=")
        .doesNotContain(details.password());
    assertThat(details.toString()).contains("127.0.0.1").doesNotContain(details.password());
  }

  @ParameterizedTest
  @CsvSource({"chasqui,wrong", "chasqui,''", "root,''", "'',''", "mariadb.sys,''"})
  void nobody_gets_in_without_the_password(String user, String password) {
    assertThatThrownBy(() -> Homes.connect(new ConnectionDetails(details.url(), user, password)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Access denied");
  }

  @Test
  void the_account_reaches_its_own_database_only() throws SQLException {
    assertThat(ask(details, "SELECT DATABASE()")).isEqualTo("chasqui");
    assertThatThrownBy(() -> ask(details, "SELECT * FROM mysql.global_priv"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> ask(details, "SELECT LOAD_FILE('/etc/passwd') INTO OUTFILE '/tmp/x'"))
        .hasMessageContaining("Access denied");
  }

  @Test
  void it_listens_on_loopback_and_nowhere_else() throws Exception {
    assertThat(ListeningSockets.of(database.pid()))
        .hasSize(1)
        .allMatch(address -> address.startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @CsvSource({
    "bind_address,127.0.0.1",
    "innodb_flush_log_at_trx_commit,1",
    "innodb_doublewrite,ON",
    "innodb_buffer_pool_size,67108864",
    "log_bin,OFF",
    "max_connections,150",
    "performance_schema,OFF",
    "skip_name_resolve,ON",
    "local_infile,OFF",
    "time_zone,+00:00",
    "character_set_server,utf8mb4",
    "collation_server,utf8mb4_nopad_bin",
    "default_storage_engine,InnoDB"
  })
  void it_is_durable_and_closed_by_its_variables(String variable, String value)
      throws SQLException {
    assertThat(
            ask(
                details,
                "SELECT variable_value FROM information_schema.global_variables"
                    + " WHERE variable_name = '"
                    + variable
                    + "'"))
        .isEqualTo(value);
  }

  @Test
  void a_value_too_long_is_refused_not_cut() {
    assertThatThrownBy(
            () ->
                ask(
                    details,
                    "CREATE TABLE strict_one (word VARCHAR(3))",
                    "INSERT INTO strict_one VALUES ('four')"))
        .hasMessageContaining("Data too long");
  }

  @Test
  void keys_differ_by_case_by_accent_and_by_a_trailing_space() throws SQLException {
    assertThat(
            ask(
                details,
                "CREATE TABLE keys_one (word VARCHAR(9) PRIMARY KEY)",
                "INSERT INTO keys_one VALUES ('a'), ('A'), ('á'), ('a '), ('😀')",
                "SELECT COUNT(*) FROM keys_one"))
        .isEqualTo("5");
  }

  @Test
  void an_instant_is_kept_in_utc_whatever_the_zone_of_the_jvm() throws SQLException {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
    try (Connection connection = Homes.connect(details)) {
      Instant noon = Instant.parse("2026-06-01T12:00:00.123456Z");
      connection.createStatement().execute("CREATE TABLE instants (at DATETIME(6))");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO instants VALUES (?)")) {
        insert.setTimestamp(1, Timestamp.from(noon));
        insert.addBatch();
        insert.setTimestamp(1, Timestamp.from(noon));
        insert.addBatch();
        insert.executeBatch();
        insert.setTimestamp(1, Timestamp.from(noon));
        insert.executeUpdate();
      }
      var rows =
          connection.createStatement().executeQuery("SELECT CAST(at AS CHAR), at FROM instants");
      for (int row = 0; row < 3; row++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("2026-06-01 12:00:00.123456");
        assertThat(rows.getTimestamp(2).toInstant()).isEqualTo(noon);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void a_second_gateway_on_the_same_home_is_told_who_has_it() {
    assertThatThrownBy(() -> EmbeddedMariaDb.start(Homes.at(home)))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessage(
            home + " is in use by another Chasqui (process " + ProcessHandle.current().pid() + ")");
  }

  @Test
  void a_second_gateway_in_another_process_is_told_who_has_it() throws Exception {
    try (ChildGateway second = ChildGateway.at(home)) {
      assertThat(second.nextLine())
          .isEqualTo(
              home
                  + " is in use by another Chasqui (process "
                  + ProcessHandle.current().pid()
                  + ")");
    }
  }

  @Test
  void ctrl_c_in_the_terminal_does_not_reach_the_database() throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(database.pid())).start().waitFor();
    assertThat(ask(details, "SELECT 1")).isEqualTo("1");
    assertThat(ProcessHandle.of(database.pid())).isPresent();
  }

  @Test
  void a_database_that_dies_is_back_on_its_port_with_what_was_committed() throws Exception {
    ask(details, "CREATE TABLE kept (word VARCHAR(9))", "INSERT INTO kept VALUES ('here')");
    long died = database.pid();
    ProcessHandle.of(died).orElseThrow().destroyForcibly();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(ask(details, "SELECT word FROM kept")).isEqualTo("here"));
    assertThat(database.pid()).isNotEqualTo(died);
  }

  private static String modeOf(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
