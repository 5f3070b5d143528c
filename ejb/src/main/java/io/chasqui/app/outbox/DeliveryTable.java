package io.chasqui.app.outbox;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.Redelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The outbox account by account, so that an account with a million waiting costs the others
 * nothing. Reading claims nothing: after a crash everything unfinished is simply due again.
 */
final class DeliveryTable {
  private static final String NEXT =
      "SELECT id, source_ton, source_npi, source, destination_ton, destination_npi, destination,"
          + " coding, octets, udhi, receipt_id, receipt_state, receipt_error, receipt_final,"
          + " attempts, created_at, next_attempt_at, message_id FROM esme_delivery"
          + " WHERE system_id = ? AND state = 0 ORDER BY next_attempt_at, id LIMIT ?";

  // One look into index esme_delivery_due an account; GROUP BY would read the whole backlog.
  private static final String WAITED_FOR =
      "SELECT a.system_id, (SELECT d.next_attempt_at FROM esme_delivery d"
          + " WHERE d.system_id = a.system_id AND d.state = 0"
          + " ORDER BY d.next_attempt_at LIMIT 1) AS due"
          + " FROM smpp_account a HAVING due IS NOT NULL";
  private static final String TAKEN = "DELETE FROM esme_delivery WHERE id IN ";
  private static final String AGAIN =
      "UPDATE esme_delivery SET attempts = ?, last_error = ?, next_attempt_at = ?"
          + " WHERE id = ? AND state = 0";
  private static final String DEAD =
      "UPDATE esme_delivery SET attempts = ?, last_error = ?, state = 1 WHERE id = ? AND state = 0";
  private static final String TOO_OLD =
      "UPDATE esme_delivery SET state = 1, last_error = ?"
          + " WHERE system_id = ? AND state = 0 AND created_at < ? LIMIT 10000";
  private static final String MOVE =
      "UPDATE esme_delivery SET system_id = ? WHERE system_id = ? AND state = 0 AND kind = ?";
  private static final String COUNT =
      "SELECT COUNT(*), MIN(created_at) FROM esme_delivery WHERE system_id = ? AND state = ?";

  private final DataSource database;

  DeliveryTable(DataSource database) {
    this.database = database;
  }

  /** An account for which something waits. */
  record WaitedFor(SystemId account, Instant due) {}

  List<WaitedFor> waitedFor() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.query(
          connection,
          WAITED_FOR,
          List.of(),
          row -> new WaitedFor(SystemId.of(row.getString(1)), row.getTimestamp(2).toInstant()));
    }
  }

  /** What waits for the account, due and not yet due, earliest first. */
  List<WaitingDelivery> next(SystemId account, int limit) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.query(connection, NEXT, List.of(account.value(), limit), DeliveryTable::delivery);
    }
  }

  /** All or nothing. */
  void settle(List<Settlement> settlements, Instant at) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        write(connection, settlements);
        MessageMarks.mark(connection, settlements, at);
        connection.commit();
      } catch (SQLException | RuntimeException failed) {
        rollBack(connection, failed);
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /**
   * Puts aside what has waited since before {@code before}.
   *
   * @return how many, 10 000 at most
   */
  int giveUp(SystemId account, Instant before, String reason) throws SQLException {
    return update(TOO_OLD, List.of(reason, account.value(), before));
  }

  /** Gives the incoming messages that wait for one account to another. */
  int moveMessages(SystemId from, SystemId to) throws SQLException {
    return update(MOVE, List.of(to.value(), from.value(), DeliveryKind.MESSAGE.code()));
  }

  Backlog backlog(SystemId account) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Backlog waiting = count(connection, account, 0);
      return new Backlog(
          waiting.waiting(), waiting.oldest(), count(connection, account, 1).waiting());
    }
  }

  private static Backlog count(Connection connection, SystemId account, int state)
      throws SQLException {
    return Sql.query(
            connection,
            COUNT,
            List.of(account.value(), state),
            row ->
                new Backlog(
                    row.getLong(1),
                    Optional.ofNullable(row.getTimestamp(2)).map(at -> at.toInstant()),
                    0))
        .get(0);
  }

  private int update(String sql, List<?> parameters) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.update(connection, sql, parameters);
    }
  }

  private static void write(Connection connection, List<Settlement> all) throws SQLException {
    Sql.updateAll(
        connection,
        TAKEN,
        List.of(),
        all.stream()
            .filter(each -> each.redelivery().isEmpty())
            .map(each -> each.waiting().id())
            .toList());
    Sql.batch(
        connection,
        AGAIN,
        with(all, Redelivery.Again.class),
        (statement, settlement) -> {
          Redelivery.Again again = (Redelivery.Again) settlement.redelivery().orElseThrow();
          statement.setInt(1, settlement.attempts());
          statement.setString(2, again.reason());
          statement.setTimestamp(3, Sql.timestamp(again.at()));
          statement.setLong(4, settlement.waiting().id());
        });
    Sql.batch(
        connection,
        DEAD,
        with(all, Redelivery.Dead.class),
        (statement, settlement) -> {
          Redelivery.Dead dead = (Redelivery.Dead) settlement.redelivery().orElseThrow();
          statement.setInt(1, settlement.attempts());
          statement.setString(2, dead.reason());
          statement.setLong(3, settlement.waiting().id());
        });
  }

  private static List<Settlement> with(List<Settlement> all, Class<? extends Redelivery> verdict) {
    return all.stream()
        .filter(each -> each.redelivery().filter(verdict::isInstance).isPresent())
        .toList();
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      cause.addSuppressed(lost); // a connection that is gone rolls back by itself
    }
  }

  private static WaitingDelivery delivery(ResultSet row) throws SQLException {
    EsmeDelivery delivery =
        new EsmeDelivery(
            row.getLong(1),
            Address.of(row.getInt(2), row.getInt(3), row.getString(4)),
            Address.of(row.getInt(5), row.getInt(6), row.getString(7)),
            DataCodingScheme.of(row.getInt(8)),
            new UserData(row.getBytes(9), row.getBoolean(10)),
            receipt(row));
    return new WaitingDelivery(
        delivery,
        MessageId.of(row.getBytes(18)),
        row.getInt(15),
        row.getTimestamp(16).toInstant(),
        row.getTimestamp(17).toInstant());
  }

  private static Optional<EsmeDelivery.Receipt> receipt(ResultSet row) throws SQLException {
    String id = row.getString(11);
    return id == null
        ? Optional.empty()
        : Optional.of(
            new EsmeDelivery.Receipt(
                id,
                row.getInt(12),
                Optional.ofNullable(row.getObject(13, Integer.class)),
                row.getBoolean(14)));
  }
}
