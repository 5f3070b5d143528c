package io.chasqui.app.operations;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Messages that stand as they did though their validity is over. Index message_past_validity serves
 * it: a look for each connector that has messages of the status, whatever their number.
 */
public final class PastValidity {
  /** One connector after the other: DISTINCT would read every message of the status. */
  private static final String CONNECTORS =
      """
      WITH RECURSIVE routed AS (
        SELECT MIN(connector_id) AS id FROM message WHERE status = ?
        UNION ALL
        SELECT (SELECT MIN(connector_id) FROM message WHERE status = ? AND connector_id > routed.id)
        FROM routed WHERE routed.id IS NOT NULL)
      SELECT id FROM routed WHERE id IS NOT NULL AND EXISTS (
        SELECT 1 FROM message
        WHERE status = ? AND connector_id = routed.id AND expires_at <= ?)
      """;

  private static final String MESSAGES =
      "SELECT id FROM message WHERE status = ? AND connector_id = ? AND expires_at <= ?"
          + " ORDER BY expires_at LIMIT ?";

  private final Connection connection;

  public PastValidity(Connection connection) {
    this.connection = connection;
  }

  /** Connectors, deleted ones too, with messages whose validity ended by {@code end}. */
  public List<ConnectorId> connectors(MessageStatus status, Instant end) throws SQLException {
    int code = status.code();
    return Sql.query(
        connection,
        CONNECTORS,
        List.of(code, code, code, end),
        row -> ConnectorId.of(row.getString(1)));
  }

  /**
   * A connector's messages whose validity ended by {@code end}, the longest overdue first.
   *
   * @param limit 1 or more
   */
  public List<MessageId> messages(
      MessageStatus status, ConnectorId connector, Instant end, int limit) throws SQLException {
    return Sql.query(
        connection,
        MESSAGES,
        List.of(status.code(), connector.value(), end, limit),
        row -> MessageId.of(row.getBytes(1)));
  }
}
