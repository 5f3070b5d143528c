package io.chasqui.app.ledger;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.domain.link.ConnectorId;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Removes parked receipts that no message has claimed in {@code chasqui.receipts.wait}. */
@Stateless
public class ReceiptPurge {
  private static final System.Logger LOG = System.getLogger("io.chasqui.ledger");

  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  @Inject private GatewaySettings settings;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*/10", persistent = false)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void purge() {
    try (Connection connection = database.getConnection()) {
      new ParkedReceipts(connection, clock.instant().minus(settings.receiptsWait()))
          .purge()
          .forEach(this::tell);
    } catch (SQLException e) {
      throw new EJBException("ledger: old receipts are removed in ten minutes", e);
    }
  }

  private void tell(ConnectorId connector, int count) {
    LOG.log(
        Level.WARNING,
        "{0}: {1} receipts named no message of ours in {2} and are removed",
        connector,
        count,
        settings.receiptsWait());
  }
}
