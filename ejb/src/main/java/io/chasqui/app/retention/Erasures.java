package io.chasqui.app.retention;

import io.chasqui.app.persistence.Sql;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Erasure of texts on request. The story of each message tells who asked for it. */
@Stateless
public class Erasures {
  private static final System.Logger LOG = System.getLogger("io.chasqui.retention");

  /** Messages of one request. */
  private static final int MOST = 5_000;

  private static final String OF_NUMBER =
      "(SELECT id, status FROM message WHERE from_address = ? AND body IS NOT NULL%1$s%2$s LIMIT %3$d)"
          + " UNION (SELECT id, status FROM message WHERE to_address = ? AND body IS NOT NULL%1$s%2$s"
          + " LIMIT %3$d)";

  private static final String NOT_NOTED =
      " AND NOT EXISTS (SELECT 1 FROM erasure_due d WHERE d.message_id = message.id)";

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject Clock clock;

  /**
   * What a request for erasure came to.
   *
   * @param erased messages whose texts are gone
   * @param later messages that still need their texts; they are erased once these have ended
   * @param complete whether no more are left; else the request is to be repeated
   */
  public record Erased(int erased, int later, boolean complete) {}

  /**
   * @param clientId whose it must be; empty for an administrator
   * @param by who asks for it, for the story
   * @throws NoSuchThingException when there is no such message
   */
  public Erased erase(MessageId id, Optional<String> clientId, String by) {
    List<Object> parameters = new ArrayList<>(List.of(id.bytes()));
    clientId.ifPresent(parameters::add);
    String sql =
        "SELECT id, status FROM message WHERE id = ?"
            + (clientId.isPresent() ? " AND client_id = ?" : "");
    Erased erased = erase(sql, parameters, by, found -> require(found, id));
    LOG.log(Level.INFO, "retention: text of message {0} erased at the request of {1}", id, by);
    return erased;
  }

  /** As above, of all messages from and to a number, or as many as one request takes. */
  public Erased eraseNumber(String number, Optional<String> clientId, String by) {
    List<Object> parameters = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      parameters.add(number);
      clientId.ifPresent(parameters::add);
    }
    String sql =
        OF_NUMBER.formatted(clientId.isPresent() ? " AND client_id = ?" : "", NOT_NOTED, MOST);
    Erased erased = erase(sql, parameters, by, found -> {});
    LOG.log(Level.INFO, "retention: {0} texts of a number erased for {1}", erased.erased(), by);
    return erased;
  }

  private interface Check {
    void accept(Map<MessageId, MessageStatus> found);
  }

  private static void require(Map<MessageId, MessageStatus> found, MessageId id) {
    if (found.isEmpty()) {
      throw new NoSuchThingException("message", id);
    }
  }

  private Erased erase(String sql, List<Object> parameters, String by, Check check) {
    try (Connection connection = database.getConnection()) {
      Map<MessageId, MessageStatus> found = new LinkedHashMap<>();
      Sql.query(
          connection,
          sql,
          parameters,
          row -> found.put(MessageId.of(row.getBytes(1)), MessageStatus.ofCode(row.getInt(2))));
      check.accept(found);
      return found.isEmpty() ? new Erased(0, 0, true) : erase(connection, found, by);
    } catch (SQLException e) {
      throw new EJBException("retention: the database could not be asked", e);
    }
  }

  private Erased erase(Connection connection, Map<MessageId, MessageStatus> found, String by)
      throws SQLException {
    List<MessageId> ids = List.copyOf(found.keySet());
    int erased = new TextErasure(connection).eraseOrNote(ids, by).size();
    Instant now = clock.instant();
    Sql.batch(
        connection,
        "INSERT INTO event (message_id, at, status, detail) VALUES (?,?,?,?)",
        ids,
        (statement, id) -> {
          statement.setBytes(1, id.bytes());
          statement.setTimestamp(2, Sql.timestamp(now));
          statement.setInt(3, found.get(id).code());
          statement.setString(4, "text erased, or to be when it has ended, as " + by + " asked");
        });
    return new Erased(erased, ids.size() - erased, ids.size() < MOST);
  }
}
