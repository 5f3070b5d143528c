package io.chasqui.app.ledger;

import static io.chasqui.app.persistence.Sql.timestamp;

import io.chasqui.app.messaging.WritingText;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.Direction;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.message.SegmentStatus;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.outgoing.OutgoingProgress;
import io.chasqui.domain.outgoing.SegmentProgress;
import io.chasqui.domain.outgoing.ShortMessages;
import io.chasqui.domain.receipt.CarrierMessageKeys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Outgoing messages, their parts and events in the database, read and written in batches. */
final class OutgoingRows {
  private static final String INSERT_MESSAGE =
      "INSERT INTO message (id, direction, client_id, from_address, to_address, body, alphabet,"
          + " segments, status, connector_id, client_reference, created_at, expires_at, writing)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String INSERT_SEGMENT =
      "INSERT INTO segment (message_id, part, status, connector_id) VALUES (?,?,?,?)";
  private static final String INSERT_EVENT =
      "INSERT INTO event (message_id, at, status, detail) VALUES (?,?,?,?)";
  private static final String UPDATE_MESSAGE = "UPDATE message SET status=? WHERE id=?";
  private static final String UPDATE_SEGMENT =
      "UPDATE segment SET status=?, connector_id=?, carrier_message_id=?, carrier_key=?"
          + " WHERE message_id=? AND part=?";
  private static final String SELECT_MESSAGE =
      "SELECT m.id, m.status, m.client_id, m.from_address, m.to_address, m.client_reference,"
          + " m.connector_id, m.created_at, m.expires_at, LEFT(m.body, 20), "
          + EsmeRows.ORIGIN_COLUMNS
          + " FROM message m"
          + EsmeRows.JOIN
          + " WHERE m.id IN ";
  private static final String SELECT_ENVELOPE =
      "SELECT m.client_id, m.from_address, m.to_address, m.body, m.client_reference,"
          + " m.created_at, m.expires_at, m.writing, "
          + EsmeRows.ORIGIN_COLUMNS
          + ", "
          + EsmeRows.CONTENT_COLUMNS
          + " FROM message m"
          + EsmeRows.JOIN
          + " WHERE m.id = ?";

  private final Connection connection;

  OutgoingRows(Connection connection) {
    this.connection = connection;
  }

  /** A message to be written for the first time. */
  record NewMessage(
      OutgoingMessage message,
      ShortMessages shortMessages,
      MessageStatus status,
      Optional<ConnectorId> connector) {}

  private record Part(NewMessage message, int part) {}

  private record SegmentRow(MessageId message, SegmentProgress segment) {}

  /** Those of {@code ids} that are stored. */
  Set<MessageId> existing(Collection<MessageId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return Set.of();
    }
    String sql = "SELECT id FROM message WHERE id IN " + Sql.places(ids.size());
    List<byte[]> parameters = ids.stream().map(MessageId::bytes).toList();
    return new HashSet<>(
        Sql.query(connection, sql, parameters, row -> MessageId.of(row.getBytes(1))));
  }

  void insert(List<NewMessage> messages) throws SQLException {
    Sql.batch(connection, INSERT_MESSAGE, messages, OutgoingRows::bind);
    List<Part> parts =
        messages.stream()
            .flatMap(
                message ->
                    IntStream.rangeClosed(1, message.shortMessages().parts().size())
                        .mapToObj(part -> new Part(message, part)))
            .toList();
    Sql.batch(connection, INSERT_SEGMENT, parts, OutgoingRows::bind);
    EsmeRows.insert(connection, messages.stream().map(NewMessage::message).toList());
  }

  void insertEvents(List<Event> events) throws SQLException {
    Sql.batch(
        connection,
        INSERT_EVENT,
        events,
        (statement, event) -> {
          statement.setBytes(1, event.message().bytes());
          statement.setTimestamp(2, timestamp(event.at()));
          statement.setInt(3, event.status().code());
          statement.setString(4, event.storedDetail());
        });
  }

  /** Rows by id, locked until the transaction ends; those not stored are missing. */
  Map<MessageId, OutgoingRow> load(Collection<MessageId> ids) throws SQLException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<byte[]> parameters = ids.stream().map(MessageId::bytes).toList();
    Map<MessageId, List<SegmentProgress>> segments = new HashMap<>();
    Sql.query(
        connection,
        "SELECT message_id, part, status, connector_id, carrier_message_id FROM segment"
            + " WHERE message_id IN "
            + Sql.places(ids.size())
            + " ORDER BY message_id, part FOR UPDATE",
        parameters,
        row ->
            segments
                .computeIfAbsent(MessageId.of(row.getBytes(1)), id -> new ArrayList<>())
                .add(segment(row)));
    Map<MessageId, OutgoingRow> rows = new LinkedHashMap<>();
    Sql.query(
        connection,
        SELECT_MESSAGE + Sql.places(ids.size()) + " FOR UPDATE",
        parameters,
        row -> {
          MessageId id = MessageId.of(row.getBytes(1));
          return rows.put(id, row(id, row, segments.getOrDefault(id, List.of())));
        });
    return rows;
  }

  /** The message as it was accepted, to be sent again. */
  OutgoingMessage envelope(MessageId id) throws SQLException {
    return Sql.query(connection, SELECT_ENVELOPE, List.of(id.bytes()), row -> envelope(id, row))
        .get(0);
  }

  private static OutgoingMessage envelope(MessageId id, ResultSet row) throws SQLException {
    return new OutgoingMessage(
        id,
        row.getString(1),
        EsmeRows.source(row, row.getString(2)),
        EsmeRows.destination(row, row.getString(3)),
        EsmeRows.content(row, row.getString(4)),
        Optional.ofNullable(row.getString(5)),
        row.getTimestamp(6).toInstant(),
        row.getTimestamp(6).toInstant(),
        row.getTimestamp(7).toInstant(),
        1,
        Set.of(),
        EsmeRows.origin(row),
        WritingText.read(Optional.ofNullable(row.getString(8))));
  }

  /** Writes the statuses of messages and parts as they are now. */
  void update(Collection<OutgoingRow> rows) throws SQLException {
    Sql.batch(
        connection,
        UPDATE_MESSAGE,
        rows,
        (statement, row) -> {
          statement.setInt(1, row.progress().status().code());
          statement.setBytes(2, row.progress().id().bytes());
        });
    List<SegmentRow> segments =
        rows.stream()
            .flatMap(
                row ->
                    row.progress().segments().stream()
                        .map(segment -> new SegmentRow(row.progress().id(), segment)))
            .toList();
    Sql.batch(connection, UPDATE_SEGMENT, segments, OutgoingRows::bind);
  }

  private static void bind(PreparedStatement statement, NewMessage row) throws SQLException {
    OutgoingMessage message = row.message();
    statement.setBytes(1, message.id().bytes());
    statement.setInt(2, Direction.OUT.code());
    statement.setString(3, message.clientId());
    statement.setString(4, message.from().display());
    statement.setString(5, message.to().value());
    statement.setString(6, message.text());
    statement.setInt(7, row.shortMessages().alphabet().ordinal());
    statement.setInt(8, row.shortMessages().onAir());
    statement.setInt(9, row.status().code());
    setText(statement, 10, row.connector().map(ConnectorId::value));
    setText(statement, 11, message.clientReference());
    statement.setTimestamp(12, timestamp(message.acceptedAt()));
    statement.setTimestamp(13, timestamp(message.expiresAt()));
    setText(statement, 14, WritingText.of(message.writing()));
  }

  private static void bind(PreparedStatement statement, Part row) throws SQLException {
    SegmentStatus status =
        row.message().status() == MessageStatus.REJECTED
            ? SegmentStatus.REJECTED
            : SegmentStatus.QUEUED;
    statement.setBytes(1, row.message().message().id().bytes());
    statement.setInt(2, row.part());
    statement.setInt(3, status.code());
    setText(statement, 4, row.message().connector().map(ConnectorId::value));
  }

  private static void bind(PreparedStatement statement, SegmentRow row) throws SQLException {
    SegmentProgress segment = row.segment();
    statement.setInt(1, segment.status().code());
    setText(statement, 2, segment.connector().map(ConnectorId::value));
    setText(statement, 3, segment.carrierMessageId());
    setText(
        statement, 4, segment.carrierMessageId().map(id -> CarrierMessageKeys.of(id).primary()));
    statement.setBytes(5, row.message().bytes());
    statement.setInt(6, segment.part());
  }

  private static void setText(PreparedStatement statement, int place, Optional<String> value)
      throws SQLException {
    if (value.isPresent()) {
      statement.setString(place, value.get());
    } else {
      statement.setNull(place, Types.VARCHAR);
    }
  }

  private static SegmentProgress segment(ResultSet row) throws SQLException {
    return new SegmentProgress(
        row.getInt(2),
        SegmentStatus.ofCode(row.getInt(3)),
        Optional.ofNullable(row.getString(4)).map(ConnectorId::of),
        Optional.ofNullable(row.getString(5)));
  }

  private static OutgoingRow row(MessageId id, ResultSet row, List<SegmentProgress> segments)
      throws SQLException {
    return new OutgoingRow(
        new OutgoingProgress(id, MessageStatus.ofCode(row.getInt(2)), segments),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)),
        Optional.ofNullable(row.getString(7)),
        row.getTimestamp(8).toInstant(),
        row.getTimestamp(9).toInstant(),
        EsmeRows.origin(row),
        EsmeRows.source(row, row.getString(4)),
        row.getString(10));
  }
}
