package io.chasqui.app.incoming;

import io.chasqui.app.operations.Directory;
import io.chasqui.app.persistence.RefusedDataException;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Writes incoming messages, each call in one database transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IncomingMessages {
  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  @Inject private Directory directory;

  /**
   * @return whether there is something to push
   * @throws RefusedDataException when the batch holds something the database does not take
   */
  public boolean write(List<LinkEvent.Incoming> batch) {
    try (Connection connection = database.getConnection()) {
      return new IncomingBatch(connection, directory.current()).write(batch);
    } catch (SQLException e) {
      throw RefusedDataException.of(e, "incoming: the batch is kept and written again");
    }
  }

  /**
   * Gives out what has come of a long message whose other parts never did.
   *
   * @return whether there is something to push
   * @throws RefusedDataException when the database does not take it
   */
  public boolean giveOut(MessageId incomplete) {
    try (Connection connection = database.getConnection()) {
      return new IncomingBatch(connection, directory.current()).giveOut(incomplete);
    } catch (SQLException e) {
      throw RefusedDataException.of(e, "incoming: what has come waits for the next minute");
    }
  }
}
