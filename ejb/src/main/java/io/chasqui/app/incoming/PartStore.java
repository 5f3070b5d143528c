package io.chasqui.app.incoming;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Parts of long incoming messages while they wait for each other. */
final class PartStore {
  private static final String OF_MESSAGE =
      " WHERE connector_id=? AND source=? AND destination=? AND reference=? AND total=?";

  private final Connection connection;

  PartStore(Connection connection) {
    this.connection = connection;
  }

  /** What the parts of one message have in common. */
  record Whole(
      ConnectorId connector, Address source, Address destination, int reference, int total) {
    static Whole of(LinkEvent.Incoming segment, Concatenation place) {
      return new Whole(
          segment.connector(),
          segment.source(),
          segment.destination(),
          place.reference(),
          place.total());
    }

    private List<Object> key() {
      return List.of(connector.value(), source.display(), destination.display(), reference, total);
    }
  }

  record StoredPart(
      int sequence, MessageId id, DataCodingScheme coding, byte[] payload, Instant receivedAt) {}

  /** Keeps a part; the same one a second time changes nothing. */
  void add(Whole whole, int sequence, LinkEvent.Incoming segment, byte[] payload)
      throws SQLException {
    Sql.batch(
        connection,
        "INSERT IGNORE INTO incoming_part (connector_id, source, destination, reference, total,"
            + " sequence, message_id, coding, payload, received_at) VALUES (?,?,?,?,?,?,?,?,?,?)",
        List.of(segment),
        (statement, each) -> {
          int place = 1;
          for (Object key : whole.key()) {
            statement.setObject(place++, key);
          }
          statement.setInt(place++, sequence);
          statement.setBytes(place++, each.id().bytes());
          statement.setInt(place++, each.coding().value());
          statement.setBytes(place++, payload);
          statement.setTimestamp(place, Sql.timestamp(each.at()));
        });
  }

  /** The parts there are, in their order. */
  List<StoredPart> parts(Whole whole) throws SQLException {
    return Sql.query(
        connection,
        "SELECT sequence, message_id, coding, payload, received_at FROM incoming_part"
            + OF_MESSAGE
            + " ORDER BY sequence",
        whole.key(),
        row ->
            new StoredPart(
                row.getInt(1),
                MessageId.of(row.getBytes(2)),
                DataCodingScheme.of(row.getInt(3)),
                row.getBytes(4),
                row.getTimestamp(5).toInstant()));
  }

  void remove(Whole whole) throws SQLException {
    Sql.update(connection, "DELETE FROM incoming_part" + OF_MESSAGE, whole.key());
  }

  /** Messages none of whose parts came after {@code before}. */
  List<Whole> waitingSince(Instant before) throws SQLException {
    return Sql.query(
        connection,
        "SELECT connector_id, source, destination, reference, total FROM incoming_part"
            + " GROUP BY connector_id, source, destination, reference, total"
            + " HAVING MAX(received_at) < ? LIMIT 100",
        List.of(before),
        row ->
            new Whole(
                ConnectorId.of(row.getString(1)),
                Address.infer(row.getString(2)),
                Address.infer(row.getString(3)),
                row.getInt(4),
                row.getInt(5)));
  }
}
