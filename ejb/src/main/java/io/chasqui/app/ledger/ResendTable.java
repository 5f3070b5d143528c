package io.chasqui.app.ledger;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Parts to be sent again: written with the news that asks for it, until they are in a queue. */
final class ResendTable {
  private final Connection connection;

  ResendTable(Connection connection) {
    this.connection = connection;
  }

  record Resend(PartId part, ConnectorId connector) {}

  void add(List<Resend> resends) throws SQLException {
    Sql.batch(
        connection,
        "INSERT INTO resend (connector_id, message_id, part) VALUES (?,?,?)"
            + " ON DUPLICATE KEY UPDATE connector_id = VALUES(connector_id)",
        resends,
        (statement, resend) -> {
          statement.setString(1, resend.connector().value());
          bind(statement, 2, resend.part());
        });
  }

  /** Those that wait, locked until the transaction ends. */
  List<Resend> take(int limit) throws SQLException {
    return Sql.query(
        connection,
        "SELECT message_id, part, connector_id FROM resend"
            + " ORDER BY message_id, part LIMIT ? FOR UPDATE",
        List.of(limit),
        row ->
            new Resend(
                new PartId(MessageId.of(row.getBytes(1)), row.getInt(2)),
                ConnectorId.of(row.getString(3))));
  }

  void remove(List<Resend> resends) throws SQLException {
    Sql.batch(
        connection,
        "DELETE FROM resend WHERE message_id = ? AND part = ?",
        resends,
        (statement, resend) -> bind(statement, 1, resend.part()));
  }

  private static void bind(PreparedStatement statement, int place, PartId part)
      throws SQLException {
    statement.setBytes(place, part.message().bytes());
    statement.setInt(place + 1, part.part());
  }
}
