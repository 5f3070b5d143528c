package io.chasqui.app.webhooks;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads the outbox client by client, so that a client with a million waiting costs the others
 * nothing. Reading claims nothing: after a crash everything unfinished is simply due again.
 */
final class DeliveryTable {
  // One look into index webhook_delivery_due a client. GROUP BY would leave it to the optimizer
  // whether to read the whole backlog instead, and it does.
  private static final String EARLIEST =
      "SELECT client.id, (SELECT next_attempt_at FROM webhook_delivery"
          + " WHERE state = 0 AND client_id = client.id ORDER BY next_attempt_at LIMIT 1) AS due"
          + " FROM client HAVING due IS NOT NULL";
  private static final String NEXT =
      "SELECT id, client_id, message_id, type, body, attempts, next_attempt_at"
          + " FROM webhook_delivery WHERE state = 0 AND client_id = ?"
          + " ORDER BY next_attempt_at, id LIMIT ?";

  private final DataSource database;

  DeliveryTable(DataSource database) {
    this.database = database;
  }

  /** When a client's earliest delivery is due. */
  record Due(String clientId, Instant at) {}

  List<Due> earliest() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.query(connection, EARLIEST, List.of(), DeliveryTable::due);
    }
  }

  /** The client's open deliveries, due and not yet due, earliest first. */
  List<Delivery> next(String clientId, int limit) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Sql.query(connection, NEXT, List.of(clientId, limit), DeliveryTable::delivery);
    }
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(row.getString(1), row.getTimestamp(2).toInstant());
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString(1),
        row.getString(2),
        MessageId.of(row.getBytes(3)),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        row.getTimestamp(7).toInstant());
  }
}
