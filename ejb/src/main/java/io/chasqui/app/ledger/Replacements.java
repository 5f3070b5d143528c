package io.chasqui.app.ledger;

import io.chasqui.app.ledger.ReplacementTable.Due;
import io.chasqui.app.messaging.Broker;
import io.chasqui.app.messaging.ConnectorQueue;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.ReplacementNotes;
import io.chasqui.app.messaging.ReplacementNotes.Revision;
import io.chasqui.domain.outgoing.OutgoingMessage;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Sends replaced contents to their connectors' queues, each once: the broker has a note of what it
 * was sent, which stays until the database knows.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Replacements {
  private static final int AT_ONCE = 500;

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject Broker broker;
  @Inject Clock clock;

  /** An envelope of a replaced content, and where it goes. */
  private record Parcel(Due due, OutgoingMessage envelope) {}

  /** What a crash or an outage has left. */
  @Schedule(hour = "*", minute = "*", persistent = false)
  public void sendLeftovers() {
    sendNow();
  }

  /**
   * Sends what waits; when it fails, it waits for the next minute.
   *
   * @throws EJBException when the database cannot be asked
   */
  public void sendNow() {
    try (Connection connection = database.getConnection()) {
      send(connection);
    } catch (SQLException e) {
      throw new EJBException("replaced contents wait for the next minute", e);
    }
  }

  void send(Connection connection) throws SQLException {
    ReplacementTable table = new ReplacementTable(connection);
    List<Due> waiting = table.take(AT_ONCE);
    // After the rows are locked: what another has sent of them by now is noted.
    Set<Revision> noted = broker.look(ReplacementNotes::all);
    forgetWhatIsKnown(table, noted);
    List<Parcel> parcels = new ArrayList<>();
    for (Due due : waiting) {
      if (!noted.contains(due.revision())) {
        parcels.add(
            new Parcel(due, new OutgoingRows(connection).envelope(due.revision().message())));
      }
    }
    if (!parcels.isEmpty()) {
      Instant now = clock.instant();
      broker.send(session -> parcels.forEach(parcel -> send(session, parcel, now)));
    }
    table.remove(waiting.stream().map(due -> due.revision().message()).toList());
  }

  private void forgetWhatIsKnown(ReplacementTable table, Set<Revision> noted) throws SQLException {
    if (noted.isEmpty()) {
      return;
    }
    Set<Revision> known = new HashSet<>(noted);
    known.removeAll(table.waiting(noted));
    if (!known.isEmpty()) {
      broker.look(
          session -> {
            ReplacementNotes.forget(session, known);
            return known;
          });
    }
  }

  private static void send(LocalSession session, Parcel parcel, Instant now) {
    Duration delay = Duration.between(now, parcel.due().notBefore());
    ConnectorQueue.send(
        session,
        parcel.due().connector(),
        List.of(parcel.envelope()),
        delay.isNegative() ? Duration.ZERO : delay);
    ReplacementNotes.write(session, parcel.due().revision());
  }
}
