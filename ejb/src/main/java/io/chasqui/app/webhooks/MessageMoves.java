package io.chasqui.app.webhooks;

import io.chasqui.app.persistence.Sql;
import io.chasqui.app.traffic.Stream;
import io.chasqui.app.traffic.TrafficMoves;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Moves of incoming messages' statuses by what became of telling their client. */
public final class MessageMoves {
  private MessageMoves() {}

  /**
   * A message that is to move.
   *
   * @param detail for its story, at most 500 characters
   */
  public record Move(MessageId message, Instant at, String detail) {}

  /** Moves those that may, each once and with a line in its story; the others stay as they are. */
  public static void move(Connection connection, List<Move> moves, MessageStatus to)
      throws SQLException {
    // Asked apart: MariaDB executes no INSERT ... SELECT in bulk.
    Map<MessageId, Standing> movable = movable(connection, moves, to);
    Collection<Move> legal =
        moves.stream()
            .filter(move -> movable.containsKey(move.message()))
            .collect(Collectors.toMap(Move::message, Function.identity(), (one, again) -> one))
            .values();
    Sql.batch(
        connection,
        "INSERT INTO event (message_id, at, status, detail) VALUES (?,?,?,?)",
        legal,
        (statement, move) -> {
          statement.setBytes(1, move.message().bytes());
          statement.setTimestamp(2, Sql.timestamp(move.at()));
          statement.setInt(3, to.code());
          statement.setString(4, move.detail());
        });
    Sql.updateAll(
        connection,
        "UPDATE message SET status = ? WHERE id IN ",
        List.of(to.code()),
        legal.stream().map(move -> move.message().bytes()).toList());
    TrafficMoves traffic = new TrafficMoves();
    movable.values().forEach(each -> traffic.moved(each.stream, each.status, to, each.segments));
    traffic.write(connection);
  }

  private record Standing(MessageId id, Stream stream, MessageStatus status, int segments) {
    static Standing read(ResultSet row) throws SQLException {
      MessageId id = MessageId.of(row.getBytes(1));
      return new Standing(
          id,
          Stream.of(id, row.getString(2), row.getString(3), row.getString(4)),
          MessageStatus.ofCode(row.getInt(5)),
          row.getInt(6));
    }
  }

  /** Locked until the transaction ends. */
  private static Map<MessageId, Standing> movable(
      Connection connection, List<Move> moves, MessageStatus to) throws SQLException {
    if (moves.isEmpty()) {
      return Map.of();
    }
    List<byte[]> ids = moves.stream().map(move -> move.message().bytes()).toList();
    String sql =
        "SELECT id, client_id, connector_id, service_id, status, segments FROM message"
            + " WHERE id IN %s AND %s FOR UPDATE";
    return Sql.query(
            connection, sql.formatted(Sql.places(ids.size()), mayBecome(to)), ids, Standing::read)
        .stream()
        .collect(Collectors.toMap(Standing::id, Function.identity()));
  }

  /** As {@code status IN (30,32)}: the statuses that may become {@code next}. */
  static String mayBecome(MessageStatus next) {
    return Arrays.stream(MessageStatus.values())
        .filter(status -> status.mayBecome(next))
        .map(status -> Integer.toString(status.code()))
        .collect(Collectors.joining(",", "status IN (", ")"));
  }
}
