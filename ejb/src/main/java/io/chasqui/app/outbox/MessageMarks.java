package io.chasqui.app.outbox;

import io.chasqui.app.persistence.Sql;
import io.chasqui.app.webhooks.MessageMoves;
import io.chasqui.app.webhooks.MessageMoves.Move;
import io.chasqui.domain.esme.Redelivery;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
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
    List<Settlement> parts =
        settlements.stream().filter(each -> each.waiting().delivery().receipt().isEmpty()).toList();
    Set<MessageId> waiting = waiting(connection, parts);
    List<Settlement> messages =
        parts.stream().filter(each -> !waiting.contains(each.waiting().message())).toList();
    List<Settlement> taken = messages.stream().filter(each -> each.redelivery().isEmpty()).toList();
    List<Settlement> dead =
        messages.stream()
            .filter(each -> each.redelivery().filter(Redelivery.Dead.class::isInstance).isPresent())
            .toList();
    MessageMoves.move(connection, moves(taken, "taken by its ESME", at), MessageStatus.PUSHED);
    MessageMoves.move(
        connection, moves(dead, "refused by its ESME for good", at), MessageStatus.PUSH_FAILED);
  }

  /** Those of which a part still waits. */
  private static Set<MessageId> waiting(Connection connection, List<Settlement> parts)
      throws SQLException {
    if (parts.isEmpty()) {
      return Set.of();
    }
    List<byte[]> ids = parts.stream().map(each -> each.waiting().message().bytes()).toList();
    String sql = "SELECT DISTINCT message_id FROM esme_delivery WHERE state = 0 AND message_id IN ";
    return Set.copyOf(
        Sql.query(
            connection, sql + Sql.places(ids.size()), ids, row -> MessageId.of(row.getBytes(1))));
  }

  private static List<Move> moves(List<Settlement> settlements, String detail, Instant at) {
    return settlements.stream()
        .map(each -> new Move(each.waiting().message(), at, detail))
        .toList();
  }
}
