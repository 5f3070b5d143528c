package io.chasqui.app.ledger;

import io.chasqui.app.messaging.ReplacementNotes.Revision;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Replaced contents, written with the replacement, until they are in their connector's queue. */
final class ReplacementTable {
  private final Connection connection;

  ReplacementTable(Connection connection) {
    this.connection = connection;
  }

  /** A content that is to go into a connector's queue. */
  record Due(Revision revision, ConnectorId connector, Instant notBefore) {}

  /** In the place of an older revision that has not gone. */
  void put(Collection<Due> due) throws SQLException {
    Sql.batch(
        connection,
        "INSERT INTO replacement (message_id, revision, connector_id, not_before) VALUES (?,?,?,?)"
            + " ON DUPLICATE KEY UPDATE revision = VALUES(revision),"
            + " connector_id = VALUES(connector_id), not_before = VALUES(not_before)",
        due,
        (statement, each) -> {
          statement.setBytes(1, each.revision().message().bytes());
          statement.setInt(2, each.revision().number());
          statement.setString(3, each.connector().value());
          statement.setTimestamp(4, Sql.timestamp(each.notBefore()));
        });
  }

  /** Those that wait, locked until the transaction ends. */
  List<Due> take(int limit) throws SQLException {
    return Sql.query(
        connection,
        "SELECT message_id, revision, connector_id, not_before FROM replacement"
            + " ORDER BY message_id LIMIT ? FOR UPDATE",
        List.of(limit),
        row ->
            new Due(
                new Revision(MessageId.of(row.getBytes(1)), row.getInt(2)),
                ConnectorId.of(row.getString(3)),
                row.getTimestamp(4).toInstant()));
  }

  /**
   * Those of the revisions that still wait; whoever is sending one is waited for.
   *
   * @param revisions at least one
   */
  Set<Revision> waiting(Collection<Revision> revisions) throws SQLException {
    return new HashSet<>(
        Sql.query(
            connection,
            "SELECT message_id, revision FROM replacement WHERE message_id IN "
                + Sql.places(revisions.size())
                + " FOR UPDATE",
            revisions.stream().map(each -> each.message().bytes()).toList(),
            row -> new Revision(MessageId.of(row.getBytes(1)), row.getInt(2))));
  }

  void remove(Collection<MessageId> messages) throws SQLException {
    Sql.batch(
        connection,
        "DELETE FROM replacement WHERE message_id = ?",
        messages,
        (statement, message) -> statement.setBytes(1, message.bytes()));
  }
}
