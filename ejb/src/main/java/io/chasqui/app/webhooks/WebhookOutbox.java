package io.chasqui.app.webhooks;

import io.chasqui.app.persistence.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Takes down what clients are to be told, in the transaction in which it becomes true. Call {@link
 * WebhookSender#wake()} after the commit.
 */
public final class WebhookOutbox {
  // Not INSERT IGNORE, which would also swallow a value that does not fit.
  private static final String INSERT =
      "INSERT INTO webhook_delivery"
          + " (id, client_id, message_id, type, body, state, next_attempt_at, created_at)"
          + " VALUES (?,?,?,?,?,0,?,?) ON DUPLICATE KEY UPDATE id = id";

  private WebhookOutbox() {}

  /**
   * Adds events, due at once. One that is there already, whatever became of it, stays as it is.
   *
   * @param connection in the caller's transaction
   * @param events of clients whose webhook is switched on
   */
  public static void add(Connection connection, List<PendingEvent> events) throws SQLException {
    Instant now = Instant.now();
    Sql.batch(connection, INSERT, events, (statement, event) -> bind(statement, event, now));
  }

  private static void bind(PreparedStatement statement, PendingEvent event, Instant now)
      throws SQLException {
    statement.setString(1, event.deliveryId().value());
    statement.setString(2, event.clientId());
    statement.setBytes(3, event.messageId().bytes());
    statement.setString(4, event.type());
    statement.setString(5, event.body());
    statement.setTimestamp(6, Sql.timestamp(now));
    statement.setTimestamp(7, Sql.timestamp(now));
  }
}
