package io.chasqui.app.traffic;

import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageStatus;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is counted, for tests of those who move messages. */
public final class Counts {
  private Counts() {}

  /** Messages by status, those of which there are none left out. */
  public static Map<MessageStatus, Long> ofClient(String client) throws SQLException {
    return of("client_id", client);
  }

  /** As above, of a connector. */
  public static Map<MessageStatus, Long> ofConnector(String connector) throws SQLException {
    return of("connector_id", connector);
  }

  private static Map<MessageStatus, Long> of(String column, String value) throws SQLException {
    Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
    MigratedDatabase.inTransaction(
        db ->
            Sql.query(
                db,
                "SELECT status, SUM(messages) FROM traffic WHERE %s = ?".formatted(column)
                    + " GROUP BY status HAVING SUM(messages) <> 0",
                List.of(value),
                row -> counts.put(MessageStatus.ofCode(row.getInt(1)), row.getLong(2))));
    return counts;
  }
}
