package io.chasqui.app.ledger;

import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.persistence.Sql;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.message.Direction;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.message.SegmentStatus;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Looking messages up. */
@Stateless
public class Messages {
  private static final String SELECT =
      "SELECT m.id, m.direction, m.from_address, m.to_address, m.body, m.status, m.alphabet,"
          + " m.segments, s.name, m.client_reference, m.created_at FROM message m"
          + " LEFT JOIN service s ON s.id = m.service_id";

  /** A search for what hardly occurs must not keep the database from its work. */
  private static final int PATIENCE_SECONDS = 5;

  /**
   * First the ids, in the order of one index; then the rows of one page. Merging two indexes would
   * read both to the end.
   */
  private static final String PAGE =
      "SET STATEMENT max_statement_time = %d, optimizer_switch = 'index_merge=off' FOR "
          + SELECT.replace("FROM message m", "FROM (%s) page JOIN message m ON m.id = page.id");

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject private RecentlyAccepted recent;

  /**
   * A message with its parts and its story.
   *
   * @param clientId whose it must be; empty for an administrator
   */
  public Optional<MessageView> find(MessageId id, Optional<String> clientId) {
    try (Connection connection = database.getConnection()) {
      List<Object> parameters = new ArrayList<>(List.of(id.bytes()));
      clientId.ifPresent(parameters::add);
      String where = " WHERE m.id = ?" + (clientId.isPresent() ? " AND m.client_id = ?" : "");
      List<MessageView> found = Sql.query(connection, SELECT + where, parameters, Messages::view);
      return found.isEmpty()
          ? justAccepted(id, clientId)
          : Optional.of(found.get(0).with(segments(connection, id), events(connection, id)));
    } catch (SQLException e) {
      throw new EJBException("messages: the database could not be asked", e);
    }
  }

  /**
   * Newest first, one more than the limit when there are more.
   *
   * @throws InvalidFieldException when what is asked for is so rare that finding it takes too long
   */
  public List<MessageView> list(MessageQuery query) {
    try (Connection connection = database.getConnection()) {
      List<Object> parameters = new ArrayList<>();
      String sql = PAGE.formatted(PATIENCE_SECONDS, query.ids(parameters)) + " ORDER BY m.id DESC";
      return Sql.query(connection, sql, parameters, Messages::view);
    } catch (SQLTimeoutException e) {
      throw new InvalidFieldException(
          "since", "the search takes too long: narrow it by since and until");
    } catch (SQLException e) {
      throw new EJBException("messages: the database could not be asked", e);
    }
  }

  private Optional<MessageView> justAccepted(MessageId id, Optional<String> clientId) {
    return recent
        .find(id)
        .filter(message -> clientId.isEmpty() || clientId.get().equals(message.clientId()))
        .map(Messages::view);
  }

  private static MessageView view(OutgoingMessage message) {
    return new MessageView(
        message.id(),
        Direction.OUT,
        message.from().display(),
        message.to().value(),
        Optional.of(message.text()),
        MessageStatus.ACCEPTED,
        message.content().alphabet(),
        message.content().segmentCount(),
        Optional.empty(),
        message.clientReference(),
        message.acceptedAt(),
        List.of(),
        List.of(
            new MessageView.EventView(message.acceptedAt(), MessageStatus.ACCEPTED.apiName(), "")));
  }

  private static MessageView view(ResultSet row) throws SQLException {
    return new MessageView(
        MessageId.of(row.getBytes(1)),
        Direction.ofCode(row.getInt(2)),
        row.getString(3),
        row.getString(4),
        Optional.ofNullable(row.getString(5)),
        MessageStatus.ofCode(row.getInt(6)),
        Alphabet.values()[row.getInt(7)],
        row.getInt(8),
        Optional.ofNullable(row.getString(9)),
        Optional.ofNullable(row.getString(10)),
        row.getTimestamp(11).toInstant(),
        List.of(),
        List.of());
  }

  private static List<MessageView.SegmentView> segments(Connection connection, MessageId id)
      throws SQLException {
    return Sql.query(
        connection,
        "SELECT part, carrier_message_id, status FROM segment WHERE message_id = ? ORDER BY part",
        List.of(id.bytes()),
        row ->
            new MessageView.SegmentView(
                row.getInt(1),
                Optional.ofNullable(row.getString(2)),
                SegmentStatus.ofCode(row.getInt(3)).apiName()));
  }

  private static List<MessageView.EventView> events(Connection connection, MessageId id)
      throws SQLException {
    return Sql.query(
        connection,
        "SELECT at, status, detail FROM event WHERE message_id = ? ORDER BY id",
        List.of(id.bytes()),
        row ->
            new MessageView.EventView(
                row.getTimestamp(1).toInstant(),
                MessageStatus.ofCode(row.getInt(2)).apiName(),
                row.getString(3)));
  }
}
