package io.chasqui.app.ledger;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which revision of a message is the least that may leave, while older ones are on the broker. */
final class WithdrawalTable {
  private final Connection connection;

  WithdrawalTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * A message's envelopes that may not leave.
   *
   * @param leastRevision that may
   * @param expiresAt when the last of its envelopes has expired
   */
  record Withdrawal(MessageId message, int leastRevision, Instant expiresAt) {}

  /** Over an earlier one of the same message. */
  void put(Collection<Withdrawal> withdrawals) throws SQLException {
    Sql.batch(
        connection,
        "INSERT INTO withdrawal (message_id, revision, expires_at) VALUES (?,?,?)"
            + " ON DUPLICATE KEY UPDATE revision = VALUES(revision),"
            + " expires_at = GREATEST(expires_at, VALUES(expires_at))",
        withdrawals,
        (statement, each) -> {
          statement.setBytes(1, each.message().bytes());
          statement.setInt(2, each.leastRevision());
          statement.setTimestamp(3, Sql.timestamp(each.expiresAt()));
        });
  }

  /** The least revisions by message. */
  Map<MessageId, Integer> all() throws SQLException {
    return read("SELECT message_id, revision FROM withdrawal", List.of());
  }

  /** As above, of these messages; a transaction that is changing one of them is waited for. */
  Map<MessageId, Integer> of(Collection<MessageId> messages) throws SQLException {
    List<byte[]> ids = messages.stream().map(MessageId::bytes).toList();
    String among = " IN " + Sql.places(ids.size());
    Sql.query(
        connection,
        "SELECT id FROM message WHERE id" + among + " FOR UPDATE",
        ids,
        row -> row.getBytes(1));
    return read("SELECT message_id, revision FROM withdrawal WHERE message_id" + among, ids);
  }

  private Map<MessageId, Integer> read(String sql, List<?> parameters) throws SQLException {
    Map<MessageId, Integer> revisions = new HashMap<>();
    Sql.query(
        connection,
        sql,
        parameters,
        row -> revisions.put(MessageId.of(row.getBytes(1)), row.getInt(2)));
    return revisions;
  }

  /** Those whose envelopes have all expired by then; they are forgotten. */
  List<MessageId> takeExpired(Instant before) throws SQLException {
    List<MessageId> expired =
        Sql.query(
            connection,
            "SELECT message_id FROM withdrawal WHERE expires_at < ? FOR UPDATE",
            List.of(before),
            row -> MessageId.of(row.getBytes(1)));
    Sql.update(connection, "DELETE FROM withdrawal WHERE expires_at < ?", List.of(before));
    return expired;
  }
}
