package io.chasqui.app.operations;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages that stand as they did though their validity is over. Index message_past_validity serves
 * it: two looks for each connector that has messages of the status, whatever their number.
 */
public final class PastValidity {
  /** The next connector: DISTINCT would read every message of the status. */
  private static final String NEXT =
      "SELECT MIN(connector_id) FROM message WHERE status = ? AND connector_id > ?";

  private static final String EARLIEST =
      "SELECT MIN(expires_at) FROM message WHERE status = ? AND connector_id = ?";

  private static final String MESSAGES =
      "SELECT id FROM message WHERE status = ? AND connector_id = ? AND expires_at <= ?"
          + " ORDER BY expires_at LIMIT ?";

  private final Connection connection;

  public PastValidity(Connection connection) {
    this.connection = connection;
  }

  /** Connectors, deleted ones too, with messages whose validity ended by {@code end}. */
  public List<ConnectorId> connectors(MessageStatus status, Instant end) throws SQLException {
    List<ConnectorId> late = new ArrayList<>();
    Optional<String> connector = next(status, "");
    while (connector.isPresent()) {
      if (isLate(status, connector.get(), end)) {
        late.add(ConnectorId.of(connector.get()));
      }
      connector = next(status, connector.get());
    }
    return late;
  }

  private Optional<String> next(MessageStatus status, String after) throws SQLException {
    return first(NEXT, List.of(status.code(), after), row -> row.getString(1));
  }

  private boolean isLate(MessageStatus status, String connector, Instant end) throws SQLException {
    return first(EARLIEST, List.of(status.code(), connector), row -> row.getTimestamp(1))
        .filter(earliest -> !earliest.toInstant().isAfter(end))
        .isPresent();
  }

  /** Empty for NULL, too: there is none. */
  private <T> Optional<T> first(String sql, List<?> parameters, Sql.Mapper<T> mapper)
      throws SQLException {
    return Sql.query(connection, sql, parameters, row -> Optional.ofNullable(mapper.map(row)))
        .get(0);
  }

  /**
   * A connector's messages whose validity ended by {@code end}, the longest overdue first.
   *
   * @param limit 1 or more
   */
  public List<MessageId> messages(
      MessageStatus status, ConnectorId connector, Instant end, int limit) throws SQLException {
    return Sql.query(
        connection,
        MESSAGES,
        List.of(status.code(), connector.value(), end, limit),
        row -> MessageId.of(row.getBytes(1)));
  }
}
