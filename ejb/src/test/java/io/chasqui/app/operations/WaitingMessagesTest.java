package io.chasqui.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.app.persistence.TransactionPerTest;
import io.chasqui.app.persistence.TransactionPerTest.Fired;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.operations.Connector;
import io.chasqui.domain.operations.ConnectorKind;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WaitingMessagesTest {
  private static final ConnectorId CARRIER = ConnectorId.of("waiting-test-carrier");
  private static final Clock CLOCK = Clock.systemUTC();

  @RegisterExtension final TransactionPerTest jpa = new TransactionPerTest();
  private final WaitingMessages waiting = new WaitingMessages();
  private final Connectors connectors = new Connectors();

  @BeforeEach
  void begin() throws SQLException {
    waiting.database = MigratedDatabase.dataSource();
    connectors.database = jpa.database();
    connectors.saved = new Fired<>();
    connectors.waiting = waiting;
    MigratedDatabase.inTransaction(
        db -> Sql.update(db, "DELETE FROM message WHERE connector_id = ?", List.of(carrier())));
  }

  @Test
  void only_messages_that_wait_are_counted() throws SQLException {
    store(MessageStatus.QUEUED);
    store(MessageStatus.QUEUED);
    store(MessageStatus.SUBMITTED);
    store(MessageStatus.EXPIRED);
    assertThat(waiting.of(CARRIER)).isEqualTo(2);
    assertThat(waiting.byConnector()).containsEntry(CARRIER, 2L);
    assertThat(waiting.of(ConnectorId.of("nobody"))).isZero();
  }

  @Test
  void a_connector_that_messages_wait_for_is_not_deleted_and_says_how_many() throws SQLException {
    jpa.database().persist(Connector.modem(CARRIER, ConnectorKind.MODEM, CLOCK.instant()));
    jpa.store();
    store(MessageStatus.QUEUED);
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> connectors.delete(CARRIER))
        .withMessageContaining("1 messages wait");
    MigratedDatabase.inTransaction(
        db -> Sql.update(db, "DELETE FROM message WHERE connector_id = ?", List.of(carrier())));
    connectors.delete(CARRIER);
  }

  @Test
  void only_connectors_with_a_message_too_old_to_wait_are_told_of() throws SQLException {
    Instant now = CLOCK.instant();
    store(MessageStatus.QUEUED, now.plusSeconds(60));
    store(MessageStatus.SUBMITTED, now.minusSeconds(60));
    store(MessageStatus.EXPIRED, now.minusSeconds(60));
    assertThat(waiting.withExpired(now)).doesNotContain(CARRIER);
    store(MessageStatus.QUEUED, now);
    assertThat(waiting.withExpired(now)).containsOnlyOnce(CARRIER);
    assertThat(waiting.withExpired(now.plusSeconds(60))).containsOnlyOnce(CARRIER);
  }

  private static String carrier() {
    return CARRIER.value();
  }

  private static void store(MessageStatus status) throws SQLException {
    store(status, CLOCK.instant().plusSeconds(60));
  }

  private static void store(MessageStatus status, Instant expiresAt) throws SQLException {
    MigratedDatabase.inTransaction(
        db ->
            Sql.update(
                db,
                "INSERT INTO message (id, direction, from_address, to_address, body, alphabet,"
                    + " segments, status, connector_id, created_at, expires_at)"
                    + " VALUES (?, 1, '1', '2', '', 0, 1, ?, ?, ?, ?)",
                List.of(
                    MessageId.next(CLOCK).bytes(),
                    status.code(),
                    carrier(),
                    CLOCK.instant(),
                    expiresAt)));
  }
}
