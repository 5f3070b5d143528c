package io.chasqui.app.incoming;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.IncomingPart;
import io.chasqui.domain.encoding.PartSet;
import io.chasqui.domain.encoding.PartSet.State;
import io.chasqui.domain.encoding.UserData;
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
      "SELECT id, state, connector_id, source, destination, reference_bits, reference, total,"
          + " source_ton, source_npi, destination_ton, destination_npi FROM incoming_set";

  private final Connection connection;

  LongMessages(Connection connection) {
    this.connection = connection;
  }

  private record Row(MessageId id, PartsKey key, State state) {}

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

  /**
   * @param first its part to come first, whose event becomes the message's id
   */
  void begin(PartsKey key, MessageId event, IncomingPart first) throws SQLException {
    List<Object> values = new ArrayList<>(key.columns());
    values.addAll(key.numbering());
    values.add(event.bytes());
    values.add(State.OPEN.ordinal());
    values.add(first.receivedAt());
    Sql.update(
        connection,
        "INSERT INTO incoming_set (connector_id, source, destination, reference_bits, reference,"
            + " total, source_ton, source_npi, destination_ton, destination_npi, id, state,"
            + " last_part_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        values);
    insert(event, event, first);
  }

  void add(LongMessage message, MessageId event, IncomingPart part) throws SQLException {
    insert(message.id(), event, part);
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

  private void insert(MessageId set, MessageId event, IncomingPart part) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO incoming_part (event_id, set_id, sequence, coding, payload, udhi, received_at)"
            + " VALUES (?,?,?,?,?,?,?)",
        List.of(
            event.bytes(),
            set.bytes(),
            part.sequence(),
            part.coding().value(),
            part.data().octets(),
            part.data().udhi(),
            part.receivedAt()));
  }

  private List<LongMessage> read(String where, List<Object> parameters) throws SQLException {
    List<LongMessage> messages = new ArrayList<>();
    for (Row row :
        Sql.query(connection, SELECT + where + " FOR UPDATE", parameters, LongMessages::row)) {
      messages.add(new LongMessage(row.id(), row.key(), PartSet.of(row.state(), parts(row))));
    }
    return messages;
  }

  private List<IncomingPart> parts(Row set) throws SQLException {
    return Sql.query(
        connection,
        "SELECT sequence, coding, payload, udhi, received_at FROM incoming_part WHERE set_id = ?",
        List.of(set.id().bytes()),
        row ->
            new IncomingPart(
                set.key().place(row.getInt(1)),
                DataCodingScheme.of(row.getInt(2)),
                new UserData(row.getBytes(3), row.getBoolean(4)),
                row.getTimestamp(5).toInstant()));
  }

  private static Row row(ResultSet row) throws SQLException {
    PartsKey key =
        new PartsKey(
            ConnectorId.of(row.getString(3)),
            address(row, "source"),
            address(row, "destination"),
            row.getInt(6),
            row.getInt(7),
            row.getInt(8));
    return new Row(MessageId.of(row.getBytes(1)), key, State.values()[row.getInt(2)]);
  }

  /** As it was received; by its digits where an older version kept it. */
  private static Address address(ResultSet row, String which) throws SQLException {
    Address inferred = Address.infer(row.getString(which));
    int ton = row.getInt(which + "_ton");
    return row.wasNull() ? inferred : Address.of(ton, row.getInt(which + "_npi"), inferred.value());
  }
}
