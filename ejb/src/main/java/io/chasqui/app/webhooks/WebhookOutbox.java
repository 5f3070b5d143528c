package io.chasqui.app.webhooks;

import io.chasqui.app.persistence.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
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

  private final PushTargets targets;
  private final Clock clock;

  WebhookOutbox(PushTargets targets, Clock clock) {
    this.targets = targets;
    this.clock = clock;
  }

  /**
   * Adds the events of clients that have a webhook; an event that is there already stays as it is.
   *
   * @param connection in the caller's transaction
   * @return how many are for clients with a webhook: when none, nobody needs waking
   */
  public int add(Connection connection, List<PendingEvent> events) throws SQLException {
    Instant now = clock.instant();
    List<PendingEvent> wanted =
        events.stream().filter(event -> targets.of(event.clientId()).isPresent()).toList();
    Sql.batch(connection, INSERT, wanted, (statement, event) -> bind(statement, event, now));
    return wanted.size();
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
