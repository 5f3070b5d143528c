package io.chasqui.app.ledger;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.persistence.RefusedDataException;
import io.chasqui.app.receipts.CarrierReadings;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Writes a batch of news in one database transaction of its own. */
@Stateless
public class Ledger {
  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  @Inject private Directory directory;
  @Inject private GatewaySettings settings;
  @Inject private CarrierReadings readings;
  @Inject private Clock clock;

  /**
   * @throws RefusedDataException when the batch holds something the database does not take
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public LedgerResult write(List<LedgerEntry> batch) {
    Instant receiptsSince = clock.instant().minus(settings.receiptsWait());
    try (Connection connection = database.getConnection()) {
      return new LedgerBatch(connection, directory.current(), receiptsSince, readings::of)
          .write(batch);
    } catch (SQLException e) {
      throw RefusedDataException.of(e, "ledger: the batch is kept and written again");
    }
  }
}
