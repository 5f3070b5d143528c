package io.chasqui.app.operations;

import io.chasqui.app.persistence.DatabaseAwayException;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageStatus;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * How many messages each connector has to send: routed to it and not yet answered for, those whose
 * time is still to come among them. The ledger's view, a moment behind the queues.
 */
@Stateless
public class WaitingMessages {
  private static final String BY_CONNECTOR =
      "SELECT connector_id, COUNT(*) FROM message WHERE status = %d AND connector_id IS NOT NULL%%s"
          .formatted(MessageStatus.QUEUED.code());

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  /** Connectors without any are missing; deleted ones may be there. */
  public Map<ConnectorId, Long> byConnector() {
    return count(BY_CONNECTOR.formatted(""), List.of());
  }

  public long of(ConnectorId connector) {
    return count(BY_CONNECTOR.formatted(" AND connector_id = ?"), List.of(connector.value()))
        .getOrDefault(connector, 0L);
  }

  /**
   * Connectors, deleted ones too, for which messages wait whose validity ended by {@code end}.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public List<ConnectorId> withExpired(Instant end) {
    try (Connection connection = database.getConnection()) {
      return new PastValidity(connection).connectors(MessageStatus.QUEUED, end);
    } catch (SQLException e) {
      throw new DatabaseAwayException("waiting messages: the database could not be asked", e);
    }
  }

  private Map<ConnectorId, Long> count(String sql, List<?> parameters) {
    try (Connection connection = database.getConnection()) {
      Map<ConnectorId, Long> counts = new HashMap<>();
      Sql.query(
          connection,
          sql + " GROUP BY connector_id",
          parameters,
          row -> counts.put(ConnectorId.of(row.getString(1)), row.getLong(2)));
      return counts;
    } catch (SQLException e) {
      throw new EJBException("waiting messages: the database could not be asked", e);
    }
  }
}
