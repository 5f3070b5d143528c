package io.chasqui.app.ledger;

import io.chasqui.app.ledger.ResendTable.Resend;
import io.chasqui.app.messaging.Broker;
import io.chasqui.app.messaging.ConnectorQueue;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Sends parts of unknown outcome again, for connectors whose policy it is. They are in the queue
 * before they leave the table: a crash in between sends them once more, and the message's story
 * says that the carrier may have it twice in any case.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Resends {
  private static final int AT_ONCE = 500;

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject Broker broker;
  @Inject Clock clock;

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
      throw new EJBException("ledger: what is to be sent again waits for the next minute", e);
    }
  }

  void send(Connection connection) throws SQLException {
    ResendTable table = new ResendTable(connection);
    OutgoingRows messages = new OutgoingRows(connection);
    List<Resend> waiting = table.take(AT_ONCE);
    table.remove(waiting);
    messages.insertEvents(waiting.stream().map(this::story).toList());
    Map<ConnectorId, List<OutgoingMessage>> envelopes = envelopes(messages, waiting);
    if (!envelopes.isEmpty()) {
      broker.send(
          session ->
              envelopes.forEach(
                  (connector, again) ->
                      ConnectorQueue.send(session, connector, again, Duration.ZERO)));
    }
  }

  private Event story(Resend resend) {
    return new Event(
        resend.part().message(),
        clock.instant(),
        MessageStatus.UNKNOWN,
        "part %d is sent again to %s, which may have it twice"
            .formatted(resend.part().part(), resend.connector()));
  }

  private static Map<ConnectorId, List<OutgoingMessage>> envelopes(
      OutgoingRows messages, List<Resend> waiting) throws SQLException {
    Map<ConnectorId, Map<MessageId, Set<Integer>>> open = new LinkedHashMap<>();
    for (Resend each : waiting) {
      open.computeIfAbsent(each.connector(), id -> new LinkedHashMap<>())
          .computeIfAbsent(each.part().message(), id -> new TreeSet<>())
          .add(each.part().part());
    }
    Map<ConnectorId, List<OutgoingMessage>> envelopes = new LinkedHashMap<>();
    for (var each : open.entrySet()) {
      envelopes.put(each.getKey(), envelopes(messages, each.getValue()));
    }
    return envelopes;
  }

  private static List<OutgoingMessage> envelopes(
      OutgoingRows messages, Map<MessageId, Set<Integer>> open) throws SQLException {
    List<OutgoingMessage> envelopes = new ArrayList<>();
    for (var each : open.entrySet()) {
      envelopes.add(messages.envelope(each.getKey()).retry(each.getValue()));
    }
    return envelopes;
  }
}
