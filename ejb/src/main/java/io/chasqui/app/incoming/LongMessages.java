package io.chasqui.app.incoming;

import io.chasqui.app.incoming.LongMessage.Part;
import io.chasqui.app.incoming.LongMessage.State;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Long incoming messages and their parts in the database. */
final class LongMessages {
  private static final String SELECT =
      "SELECT id, state, last_part_at, connector_id, source, destination, reference_bits,"
          + " reference, total FROM incoming_set";

  private final Connection connection;

  LongMessages(Connection connection) {
    this.connection = connection;
  }

  private record Row(MessageId id, PartsKey key, State state, Instant lastPartAt) {}

  /** Whether this very event has been told before. */
  boolean knows(MessageId event) throws SQLException {
    return !Sql.query(
            connection,
            "SELECT 1 FROM incoming_part WHERE event_id = ?",
            List.of(event.bytes()),
            row -> row.getInt(1))
        .isEmpty();
  }

  /** Newest first, locked until the transaction ends. */
  List<LongMessage> of(PartsKey key) throws SQLException {
    return read(
        " WHERE connector_id = ? AND source = ? AND destination = ? AND reference_bits = ?"
            + " AND reference = ? AND total = ? ORDER BY last_part_at DESC, id DESC",
        key.columns());
  }

  /** One that still waits for parts. */
  Optional<LongMessage> open(MessageId id) throws SQLException {
    return read(" WHERE id = ? AND state = ?", List.of(id.bytes(), State.OPEN.ordinal())).stream()
        .findFirst();
  }

  /** Those that wait, and have had no part since {@code before}; oldest first. */
  List<MessageId> waitingSince(Instant before, int limit) throws SQLException {
    return Sql.query(
        connection,
        "SELECT id FROM incoming_set WHERE state = ? AND last_part_at < ?"
            + " ORDER BY last_part_at LIMIT ?",
        List.of(State.OPEN.ordinal(), before, limit),
        row -> MessageId.of(row.getBytes(1)));
  }

  void begin(LongMessage message) throws SQLException {
    List<Object> values = new ArrayList<>(message.key().columns());
    values.add(message.id().bytes());
    values.add(message.state().ordinal());
    values.add(message.lastPartAt());
    Sql.update(
        connection,
        "INSERT INTO incoming_set (connector_id, source, destination, reference_bits, reference,"
            + " total, id, state, last_part_at) VALUES (?,?,?,?,?,?,?,?,?)",
        values);
    insert(message.id(), message.parts().get(0));
  }

  void add(LongMessage message, Part part) throws SQLException {
    insert(message.id(), part);
    Sql.update(
        connection,
        "UPDATE incoming_set SET last_part_at = GREATEST(last_part_at, ?) WHERE id = ?",
        List.of(part.receivedAt(), message.id().bytes()));
  }

  void givenOut(MessageId id) throws SQLException {
    Sql.update(
        connection,
        "UPDATE incoming_set SET state = ? WHERE id = ?",
        List.of(State.GIVEN_OUT.ordinal(), id.bytes()));
  }

  /** Forgets those that were given out, a bounded number at once. */
  void forget(Instant before) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM incoming_set WHERE state = ? AND last_part_at < ? LIMIT 1000",
        List.of(State.GIVEN_OUT.ordinal(), before));
  }

  private void insert(MessageId set, Part part) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO incoming_part (event_id, set_id, sequence, coding, payload, received_at)"
            + " VALUES (?,?,?,?,?,?)",
        List.of(
            part.event().bytes(),
            set.bytes(),
            part.sequence(),
            part.coding().value(),
            part.payload(),
            part.receivedAt()));
  }

  private List<LongMessage> read(String where, List<Object> parameters) throws SQLException {
    List<LongMessage> messages = new ArrayList<>();
    for (Row row :
        Sql.query(connection, SELECT + where + " FOR UPDATE", parameters, LongMessages::row)) {
      messages.add(
          new LongMessage(row.id(), row.key(), row.state(), row.lastPartAt(), parts(row.id())));
    }
    return messages;
  }

  private List<Part> parts(MessageId set) throws SQLException {
    return Sql.query(
        connection,
        "SELECT sequence, event_id, coding, payload, received_at FROM incoming_part"
            + " WHERE set_id = ? ORDER BY sequence",
        List.of(set.bytes()),
        row ->
            new Part(
                row.getInt(1),
                MessageId.of(row.getBytes(2)),
                DataCodingScheme.of(row.getInt(3)),
                row.getBytes(4),
                row.getTimestamp(5).toInstant()));
  }

  private static Row row(ResultSet row) throws SQLException {
    PartsKey key =
        new PartsKey(
            ConnectorId.of(row.getString(4)),
            Address.infer(row.getString(5)),
            Address.infer(row.getString(6)),
            row.getInt(7),
            row.getInt(8),
            row.getInt(9));
    return new Row(
        MessageId.of(row.getBytes(1)),
        key,
        State.values()[row.getInt(2)],
        row.getTimestamp(3).toInstant());
  }
}
