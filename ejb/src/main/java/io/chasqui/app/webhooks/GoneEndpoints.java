package io.chasqui.app.webhooks;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What 410 does (Standard Webhooks 1.0): the endpoint is off, and what it was to get is dead. */
final class GoneEndpoints {
  private static final String REASON = "answered 410 Gone";
  private static final String DETAIL = "webhook " + REASON;
  private static final Duration MOVED = Duration.ofSeconds(1);

  // Only the endpoint that said so: its owner may have entered another URL meanwhile.
  private static final String SWITCH_OFF =
      "UPDATE webhook SET enabled = FALSE, disabled_reason = ?, version = version + 1"
          + " WHERE id = ? AND url = ? AND enabled = TRUE";
  private static final String KILL =
      "UPDATE webhook_delivery SET state = 2, last_error = ? WHERE client_id = ? AND state = 0";
  private static final String RETRY =
      "UPDATE webhook_delivery SET attempts = ?, last_status = 410, last_error = ?,"
          + " next_attempt_at = ? WHERE id = ? AND state = 0";
  private static final String MARK =
      "UPDATE webhook_delivery SET attempts = ?, last_status = 410 WHERE id = ?";

  private static final String OPEN_MESSAGES =
      " webhook_delivery JOIN message ON message.id = webhook_delivery.message_id";
  private static final String OF_CLIENT =
      " WHERE webhook_delivery.client_id = ? AND webhook_delivery.state = 0"
          + " AND webhook_delivery.type = ? AND message."
          + MessageMoves.mayBecome(MessageStatus.PUSH_FAILED);
  private static final String TELL =
      "INSERT INTO event (message_id, at, status, detail) SELECT message.id, ?, ?, ? FROM"
          + OPEN_MESSAGES
          + OF_CLIENT;

  /** The counts move with the messages: first away from where they stand, then to the failed. */
  private static final String COUNT =
      "INSERT INTO traffic (hour, client_id, connector_id, service_id, status, messages, segments)"
          + " SELECT TIMESTAMPADD(HOUR, CONV(HEX(LEFT(message.id, 6)), 16, 10) DIV 3600000,"
          + " '1970-01-01') AS hour, message.client_id, COALESCE(message.connector_id, ''),"
          + " COALESCE(message.service_id, ''), %s AS moved, %sCOUNT(*), %sSUM(message.segments)"
          + " FROM"
          + OPEN_MESSAGES
          + OF_CLIENT
          + " GROUP BY 1, 2, 3, 4, 5 ON DUPLICATE KEY UPDATE"
          + " messages = traffic.messages + VALUES(messages),"
          + " segments = traffic.segments + VALUES(segments)";

  private static final String FAIL =
      "UPDATE" + OPEN_MESSAGES + " SET message.status = ?" + OF_CLIENT;

  /** Answers whether the endpoint was on until now. */
  boolean switchOff(Connection connection, Settlement gone) throws SQLException {
    PushTarget target = gone.target().orElseThrow();
    boolean was =
        Sql.update(
                connection,
                SWITCH_OFF,
                List.of(REASON, target.webhookId(), target.url().toString()))
            == 1;
    if (was) {
      giveUp(connection, gone);
    } else {
      retry(connection, gone);
    }
    return was;
  }

  private static void giveUp(Connection connection, Settlement gone) throws SQLException {
    String client = gone.delivery().clientId();
    int failed = MessageStatus.PUSH_FAILED.code();
    Sql.update(connection, TELL, List.of(gone.at(), failed, DETAIL, client, Delivery.RECEIVED));
    Sql.update(
        connection,
        COUNT.formatted("message.status", "-", "-"),
        List.of(client, Delivery.RECEIVED));
    Sql.update(connection, COUNT.formatted(failed, "", ""), List.of(client, Delivery.RECEIVED));
    Sql.update(connection, FAIL, List.of(failed, client, Delivery.RECEIVED));
    Sql.update(connection, KILL, List.of(DETAIL, client));
    Sql.update(connection, MARK, List.of(gone.attempts(), gone.delivery().id()));
  }

  private static void retry(Connection connection, Settlement gone) throws SQLException {
    Sql.update(
        connection,
        RETRY,
        List.of(gone.attempts(), DETAIL, gone.at().plus(MOVED), gone.delivery().id()));
  }
}
