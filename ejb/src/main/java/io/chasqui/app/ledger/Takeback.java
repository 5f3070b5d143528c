package io.chasqui.app.ledger;

import io.chasqui.app.operations.Directory;
import io.chasqui.app.persistence.RefusedDataException;
import io.chasqui.domain.message.MessageId;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What the database knows of messages taken back, each call in a transaction of its own that is
 * committed on return. An {@link EJBException} leaves open whether it was.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Takeback {
  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject Directory directory;
  @Inject Clock clock;

  /** Work on the database. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Takes those back of which no part has left as far as the database knows.
   *
   * @param cause for their story
   */
  public Withdrawn cancel(Collection<MessageId> messages, String cause) {
    return run(
        connection ->
            new Cancelling(connection, directory.current())
                .cancel(messages, clock.instant(), cause));
  }

  /** The least revisions that may leave, by message. */
  public Map<MessageId, Integer> leastRevisions() {
    return run(connection -> new WithdrawalTable(connection).all());
  }

  /**
   * As above, of these messages.
   *
   * @param messages at least one
   */
  public Map<MessageId, Integer> leastRevisions(Collection<MessageId> messages) {
    return run(connection -> new WithdrawalTable(connection).of(messages));
  }

  /** Forgets messages that have expired by then, and answers them. */
  public List<MessageId> forget(Instant before) {
    return run(connection -> new WithdrawalTable(connection).takeExpired(before));
  }

  <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw RefusedDataException.of(e, "taking back: the database could not be asked");
    }
  }
}
