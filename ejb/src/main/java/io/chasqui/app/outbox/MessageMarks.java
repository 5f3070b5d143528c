package io.chasqui.app.outbox;

import io.chasqui.app.persistence.Sql;
import io.chasqui.app.webhooks.MessageMoves;
import io.chasqui.domain.esme.Redelivery;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Marks incoming messages as given to their client, once no part of them waits any more. */
final class MessageMarks {
  private MessageMarks() {}

  /** In the transaction in which the deliveries are settled, after that. */
  static void mark(Connection connection, List<Settlement> settlements, Instant at)
      throws SQLException {
    List<Settlement> messages =
        settlements.stream().filter(each -> each.waiting().delivery().receipt().isEmpty()).toList();
    mark(
        connection,
        messages.stream().filter(each -> each.redelivery().isEmpty()).toList(),
        MessageStatus.PUSHED,
        "taken by its ESME",
        at);
    mark(
        connection,
        messages.stream()
            .filter(each -> each.redelivery().filter(Redelivery.Dead.class::isInstance).isPresent())
            .toList(),
        MessageStatus.PUSH_FAILED,
        "refused by its ESME for good",
        at);
  }

  /** Those of which a part still waits. Asked apart: bulk statements take no subqueries. */
  private static Set<MessageId> waiting(Connection connection, List<Settlement> parts)
      throws SQLException {
    if (parts.isEmpty()) {
      return Set.of();
    }
    List<byte[]> ids = parts.stream().map(each -> each.waiting().message().bytes()).toList();
    String sql =
        "SELECT DISTINCT message_id FROM esme_delivery WHERE state = 0 AND message_id IN ";
    return Set.copyOf(
        Sql.query(
            connection,
            sql + Sql.places(ids.size()),
            ids,
            row -> MessageId.of(row.getBytes(1))));
  }

  private static void mark(
      Connection connection,
      List<Settlement> settlements,
      MessageStatus status,
      String detail,
      Instant at)
      throws SQLException {
    String of = " WHERE id = ? AND " + MessageMoves.mayBecome(status);
    Sql.batch(
        connection,
        "INSERT INTO event (message_id, at, status, detail) SELECT id, ?, ?, ? FROM message" + of,
        settlements,
        (statement, settlement) -> {
          statement.setTimestamp(1, Sql.timestamp(at));
          statement.setInt(2, status.code());
          statement.setString(3, detail);
          bindMessage(statement, 4, settlement);
        });
    Sql.batch(
        connection,
        "UPDATE message SET status = ?" + of,
        settlements,
        (statement, settlement) -> {
          statement.setInt(1, status.code());
          bindMessage(statement, 2, settlement);
        });
  }

  private static void bindMessage(PreparedStatement statement, int place, Settlement settlement)
      throws SQLException {
    statement.setBytes(place, settlement.waiting().message().bytes());
  }
}
