package io.chasqui.app.incoming;

import io.chasqui.domain.encoding.PartSet;
import io.chasqui.domain.message.MessageId;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Ends the waiting of long messages whose other parts do not come. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MissingParts {
  private static final System.Logger LOG = System.getLogger("io.chasqui.incoming");
  private static final int AT_ONCE = 1000;

  /** A part told again later than this would begin a message of its own. */
  private static final Duration MEMORY = Duration.ofDays(1);

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject IncomingMessages messages;
  @Inject Errands errands;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", persistent = false)
  public void giveUpOnMissingParts() {
    Instant now = clock.instant();
    waitingSince(now.minus(PartSet.PATIENCE)).forEach(this::giveOut);
    forget(now.minus(MEMORY));
  }

  /** One that fails must not keep the others waiting. */
  private void giveOut(MessageId incomplete) {
    try {
      LOG.log(Level.INFO, "incoming: message {0} is given out incomplete", incomplete);
      errands.carryOut(messages.giveOut(incomplete));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "incoming: message " + incomplete + " stays incomplete for a minute", e);
    }
  }

  private List<MessageId> waitingSince(Instant before) {
    try (Connection connection = database.getConnection()) {
      return new LongMessages(connection).waitingSince(before, AT_ONCE);
    } catch (SQLException e) {
      throw new EJBException("incoming: incomplete messages wait for the next minute", e);
    }
  }

  private void forget(Instant before) {
    try (Connection connection = database.getConnection()) {
      new LongMessages(connection).forget(before);
    } catch (SQLException e) {
      throw new EJBException("incoming: old parts are forgotten in a minute", e);
    }
  }
}
