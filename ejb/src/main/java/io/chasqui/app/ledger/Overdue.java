package io.chasqui.app.ledger;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.persistence.DatabaseAwayException;
import io.chasqui.domain.link.ConnectorId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;

/** Settles messages whose receipt does not come, a bounded batch in a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Overdue {
  static final int AT_ONCE = 500;

  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  @Inject private Directory directory;
  @Inject private GatewaySettings settings;
  @Inject private Clock clock;

  private interface Work<T> {
    T on(OverdueReceipts receipts) throws SQLException;
  }

  /**
   * Whose receipts are overdue.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public Set<ConnectorId> connectors() {
    return with(OverdueReceipts::connectors);
  }

  /**
   * Settles {@link #AT_ONCE} of a connector's messages at most.
   *
   * @throws DatabaseAwayException when nothing was settled
   */
  public Expiries settle(ConnectorId connector) {
    return with(receipts -> receipts.settle(connector, AT_ONCE));
  }

  private <T> T with(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.on(
          new OverdueReceipts(
              connection, directory.current(), clock.instant(), settings.receiptsWait()));
    } catch (SQLException e) {
      throw new DatabaseAwayException("ledger: overdue receipts are looked for in a minute", e);
    }
  }
}
