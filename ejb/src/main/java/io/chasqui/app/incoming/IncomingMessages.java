package io.chasqui.app.incoming;

import io.chasqui.app.operations.Directory;
import io.chasqui.app.webhooks.WebhookSender;
import io.chasqui.domain.link.LinkEvent;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** Writes a batch of incoming segments in one database transaction of its own. */
@Stateless
public class IncomingMessages {
  /** How long the parts of a long message wait for the missing ones. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  @Inject private Clock clock;

  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  @Inject private Directory directory;
  @Inject private WebhookSender webhooks;

  /**
   * @return whether there is something to push
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean write(List<LinkEvent.Incoming> batch) {
    try (Connection connection = database.getConnection()) {
      return new IncomingBatch(connection, directory.current()).write(batch);
    } catch (SQLException e) {
      throw new EJBException("incoming: the batch is kept and written again", e);
    }
  }

  /** Gives out what has come of long messages whose other parts never did. */
  @Schedule(hour = "*", minute = "*", persistent = false)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void giveUpOnMissingParts() {
    try (Connection connection = database.getConnection()) {
      if (new IncomingBatch(connection, directory.current())
          .writeIncomplete(clock.instant().minus(PATIENCE))) {
        webhooks.wake();
      }
    } catch (SQLException e) {
      throw new EJBException("incoming: incomplete messages wait for the next minute", e);
    }
  }
}
