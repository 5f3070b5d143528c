package io.chasqui.app.traffic;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a transaction changes in the counts: collected, and written at its end, in an order that all
 * transactions share, since they wait for each other's rows.
 */
public final class TrafficMoves {
  private static final String ADD =
      "INSERT INTO traffic (hour, client_id, connector_id, service_id, status, messages, segments)"
          + " VALUES (?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE"
          + " messages = messages + VALUES(messages), segments = segments + VALUES(segments)";

  private record Cell(Stream stream, MessageStatus status) {}

  private record Amount(long messages, long segments) {
    Amount plus(Amount other) {
      return new Amount(messages + other.messages, segments + other.segments);
    }

    boolean isNothing() {
      return messages == 0 && segments == 0;
    }
  }

  private final Map<Cell, Amount> changes =
      new TreeMap<>(Comparator.comparing(Cell::stream).thenComparing(Cell::status));

  /** A message is there that was not before. */
  public void arrived(Stream stream, MessageStatus status, int segments) {
    add(stream, status, new Amount(1, segments));
  }

  public void moved(Stream stream, MessageStatus from, MessageStatus to, int segments) {
    add(stream, from, new Amount(-1, -segments));
    add(stream, to, new Amount(1, segments));
  }

  private void add(Stream stream, MessageStatus status, Amount amount) {
    changes.merge(new Cell(stream, status), amount, Amount::plus);
  }

  /** Within the transaction in which the messages moved. */
  public void write(Connection connection) throws SQLException {
    changes.values().removeIf(Amount::isNothing);
    Sql.batch(connection, ADD, changes.entrySet(), TrafficMoves::bind);
    changes.clear();
  }

  private static void bind(PreparedStatement statement, Map.Entry<Cell, Amount> change)
      throws SQLException {
    Stream stream = change.getKey().stream();
    statement.setTimestamp(1, Sql.timestamp(stream.hour()));
    statement.setString(2, stream.clientId());
    statement.setString(3, stream.connectorId());
    statement.setString(4, stream.serviceId());
    statement.setInt(5, change.getKey().status().code());
    statement.setLong(6, change.getValue().messages());
    statement.setLong(7, change.getValue().segments());
  }
}
