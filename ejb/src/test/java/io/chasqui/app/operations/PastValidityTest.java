package io.chasqui.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PastValidityTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final ConnectorId LATE = ConnectorId.of("past-validity-late");
  private static final ConnectorId PUNCTUAL = ConnectorId.of("past-validity-punctual");

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @AfterEach
  void remove() throws SQLException {
    for (ConnectorId each : List.of(LATE, PUNCTUAL)) {
      MigratedDatabase.inTransaction(
          db ->
              Sql.update(db, "DELETE FROM message WHERE connector_id = ?", List.of(each.value())));
    }
  }

  @Test
  void asking_for_connectors_reads_no_more_the_more_messages_they_have() throws SQLException {
    store(LATE, now.minusSeconds(1000), 1000);
    store(PUNCTUAL, now.plusSeconds(1), 1000);
    try (Connection connection = MigratedDatabase.dataSource().getConnection()) {
      long before = rowsWalked(connection);
      List<ConnectorId> late =
          new PastValidity(connection).connectors(MessageStatus.SUBMITTED, now);
      assertThat(late).contains(LATE).doesNotContain(PUNCTUAL);
      assertThat(rowsWalked(connection) - before).isLessThan(500);
    }
  }

  @Test
  void a_connectors_messages_come_the_longest_overdue_first() throws SQLException {
    List<MessageId> stored = store(LATE, now.minusSeconds(2), 5);
    try (Connection connection = MigratedDatabase.dataSource().getConnection()) {
      PastValidity past = new PastValidity(connection);
      assertThat(past.messages(MessageStatus.SUBMITTED, LATE, now, 10))
          .isEqualTo(stored.subList(0, 3));
      assertThat(past.messages(MessageStatus.SUBMITTED, LATE, now, 2))
          .isEqualTo(stored.subList(0, 2));
    }
  }

  /** A second after the other. */
  private static List<MessageId> store(ConnectorId connector, Instant first, int count)
      throws SQLException {
    List<MessageId> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(MessageId.next(CLOCK));
    }
    MigratedDatabase.inTransaction(
        db -> {
          Sql.batch(
              db,
              "INSERT INTO message (id, direction, from_address, to_address, body, alphabet,"
                  + " segments, status, connector_id, created_at, expires_at)"
                  + " VALUES (?, 1, '1', '2', '', 0, 1, ?, ?, ?, ?)",
              ids,
              (statement, id) -> {
                statement.setBytes(1, id.bytes());
                statement.setInt(2, MessageStatus.SUBMITTED.code());
                statement.setString(3, connector.value());
                statement.setTimestamp(4, Sql.timestamp(first));
                statement.setTimestamp(5, Sql.timestamp(first.plusSeconds(ids.indexOf(id))));
              });
          return null;
        });
    return ids;
  }

  private static long rowsWalked(Connection connection) throws SQLException {
    return Sql.query(
            connection,
            "SHOW SESSION STATUS WHERE Variable_name IN"
                + " ('Handler_read_next', 'Handler_read_rnd_next', 'Handler_read_prev')",
            List.of(),
            row -> row.getLong(2))
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
