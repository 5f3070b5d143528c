package io.chasqui.app.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real database refuses for its data, and what it only fails at. */
class RefusedDataExceptionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO client (id, name, created_at) VALUES ('x', REPEAT('secret', 99), NOW())",
        "INSERT INTO client (id, name, created_at) VALUES ('x', 'secret', 'secret')",
        "INSERT INTO client (id, name, created_at) VALUES ('x', NULL, NOW())",
        "INSERT INTO client (id, created_at) VALUES ('x', NOW())",
        "INSERT INTO client (id, name, created_at) VALUES ('ü', 'secret', NOW())",
        "INSERT INTO route (position, kind, connectors, created_at)"
            + " VALUES (99999999999, 'secret', '', NOW())",
        "INSERT INTO api_key_usage VALUES ('secret', '2026-01-01', 1),"
            + " ('secret', '2026-01-01', 1)",
        "INSERT INTO number (number, client_id, created_at) VALUES ('secret', 'nobody', NOW())"
      })
  void data_that_do_not_fit_are_refused_without_being_quoted(String sql) {
    assertThat(RefusedDataException.of(failure(sql), ""))
        .isInstanceOf(RefusedDataException.class)
        .hasMessageContaining("SQLState")
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_column_is_named() {
    String sql = "INSERT INTO client (id, name, created_at) VALUES ('x', REPEAT('n', 101), NOW())";
    assertThat(RefusedDataException.of(failure(sql), ""))
        .hasMessage("error 1406, SQLState 22001, column name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213",
        "SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1205",
        "SIGNAL SQLSTATE '08S01' SET MYSQL_ERRNO = 1053",
        "SELECT 1 FROM no_such_table"
      })
  void what_the_database_fails_at_is_worth_another_attempt(String sql) {
    assertThat(RefusedDataException.of(failure(sql), "kept"))
        .isInstanceOf(DatabaseAwayException.class)
        .hasMessageContaining("kept");
  }

  private static SQLException failure(String sql) {
    return catchThrowableOfType(
        SQLException.class,
        () -> MigratedDatabase.inTransaction(connection -> Sql.update(connection, sql, List.of())));
  }
}
