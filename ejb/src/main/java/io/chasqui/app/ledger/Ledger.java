package io.chasqui.app.ledger;

import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.operations.Directory;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Writes a batch of news in one database transaction of its own. */
@Stateless
public class Ledger {
  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  @Inject private Directory directory;
  @Inject private Clock clock;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public LedgerResult write(List<LedgerEntry> batch) {
    try (Connection connection = database.getConnection()) {
      return new LedgerBatch(connection, directory.current(), clock).write(batch);
    } catch (SQLException e) {
      throw new EJBException("ledger: the batch is kept and written again", e);
    }
  }
}
