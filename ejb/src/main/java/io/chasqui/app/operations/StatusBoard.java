package io.chasqui.app.operations;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What the gateway has been doing lately, read from the messages themselves.
 *
 * <p>Ids sort by time, so a span of time is a range of ids; naming the statuses lets the index
 * message_by_status (status, id) answer alone, without touching a row, however many there are.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class StatusBoard {
  private static final String ALL_STATUSES =
      Arrays.stream(MessageStatus.values())
          .map(status -> Integer.toString(status.code()))
          .collect(Collectors.joining(",", "(", ")"));

  private static final String COUNTS =
      """
      SELECT status, COUNT(*) FROM message FORCE INDEX (message_by_status)
      WHERE status IN %s AND id >= ? GROUP BY status"""
          .formatted(ALL_STATUSES);

  /** The first six octets of an id are its Unix time in milliseconds. */
  private static final String MINUTES =
      """
      SELECT CONV(HEX(LEFT(id, 6)), 16, 10) DIV 60000 AS minute,
        SUM(status < %d) AS outgoing, SUM(status >= %d) AS incoming
      FROM message FORCE INDEX (message_by_status)
      WHERE status IN %s AND id >= ? AND id < ? GROUP BY minute ORDER BY minute"""
          .formatted(MessageStatus.RECEIVED.code(), MessageStatus.RECEIVED.code(), ALL_STATUSES);

  private static final String NEWEST =
      """
      SELECT m.id, m.created_at, m.status, m.from_address, m.to_address, COALESCE(LEFT(m.body, 250), ''), s.name
      FROM message m LEFT JOIN service s ON s.id = m.service_id
      ORDER BY m.id DESC LIMIT ?""";

  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource dataSource;

  /** Where the messages since {@code since} stand. */
  public Traffic traffic(Instant since) {
    return read(
        connection -> {
          Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
          Sql.query(
              connection,
              COUNTS,
              List.of(firstIdOf(since)),
              row -> counts.put(MessageStatus.ofCode(row.getInt(1)), row.getLong(2)));
          return new Traffic(counts);
        });
  }

  /**
   * The minutes from {@code from} up to, not including, {@code to} that had messages, oldest first.
   */
  public List<MinuteOfTraffic> minutes(Instant from, Instant to) {
    return read(
        connection ->
            Sql.query(
                connection, MINUTES, List.of(firstIdOf(from), firstIdOf(to)), StatusBoard::minute));
  }

  /** The newest messages of both directions, newest first. */
  public List<RecentMessage> newest(int limit) {
    return read(
        connection -> Sql.query(connection, NEWEST, List.of(limit), StatusBoard::recentMessage));
  }

  private <T> T read(Reading<T> reading) {
    try (Connection connection = dataSource.getConnection()) {
      return reading.from(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("status board: the database did not answer", e);
    }
  }

  private static MinuteOfTraffic minute(ResultSet row) throws SQLException {
    return new MinuteOfTraffic(
        Instant.ofEpochSecond(row.getLong(1) * 60), row.getLong(2), row.getLong(3));
  }

  private static RecentMessage recentMessage(ResultSet row) throws SQLException {
    return new RecentMessage(
        MessageId.of(row.getBytes(1)),
        row.getTimestamp(2).toInstant(),
        MessageStatus.ofCode(row.getInt(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }

  private static byte[] firstIdOf(Instant time) {
    return MessageId.first(time).bytes();
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }
}
