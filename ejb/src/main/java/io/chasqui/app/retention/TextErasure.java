package io.chasqui.app.retention;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Erases what messages say, wherever it lies; what else is known of them stays. One that still
 * needs its text is noted, and erased when it has ended.
 */
final class TextErasure {
  private static final int AT_ONCE = 500;
  private static final String WORK = "erasure";

  private static final String ERASABLE =
      Arrays.stream(MessageStatus.values())
          .filter(MessageStatus::needsText)
          .map(status -> Integer.toString(status.code()))
          .collect(
              Collectors.joining(
                  ",",
                  "status NOT IN (",
                  ") AND NOT EXISTS (SELECT 1 FROM resend r WHERE r.message_id = message.id)"));

  private final Connection connection;

  TextErasure(Connection connection) {
    this.connection = connection;
  }

  /**
   * Those accepted or received before {@code time}, some hundred a transaction of its own; answers
   * how many.
   */
  int eraseBefore(Instant time) throws SQLException {
    byte[] bound = MessageId.first(time).bytes();
    int erased = 0;
    List<MessageId> next = following(bound);
    while (!next.isEmpty()) {
      List<MessageId> these = next;
      erased += Sql.committed(connection, () -> eraseOld(these));
      next = following(bound);
    }
    deleteDeliveries(time);
    return erased;
  }

  /** Those that were noted and have ended since; answers how many. */
  int eraseDue() throws SQLException {
    List<MessageId> ended =
        Sql.query(
            connection,
            "SELECT message.id FROM erasure_due JOIN message ON message.id ="
                + " erasure_due.message_id WHERE "
                + ERASABLE
                + " LIMIT "
                + AT_ONCE,
            List.of(),
            row -> MessageId.of(row.getBytes(1)));
    if (ended.isEmpty()) {
      return 0;
    }
    int erased = Sql.committed(connection, () -> eraseNoted(ended));
    return erased + (ended.size() == AT_ONCE ? eraseDue() : 0);
  }

  private int eraseNoted(List<MessageId> ended) throws SQLException {
    int erased = erase(ended).size();
    Sql.batch(
        connection,
        "DELETE FROM erasure_due WHERE message_id = ?",
        ended,
        (statement, id) -> statement.setBytes(1, id.bytes()));
    return erased;
  }

  /** Erases these, or notes those that still need their texts; answers the erased ones. */
  Set<MessageId> eraseOrNote(List<MessageId> messages, String reason) throws SQLException {
    Set<MessageId> erased = erase(messages);
    List<MessageId> later =
        Sql.query(
            connection,
            "SELECT id FROM message WHERE body IS NOT NULL AND id IN "
                + Sql.places(messages.size()),
            messages.stream().map(MessageId::bytes).toList(),
            row -> MessageId.of(row.getBytes(1)));
    Sql.batch(
        connection,
        "INSERT INTO erasure_due (message_id, reason) VALUES (?,?)"
            + " ON DUPLICATE KEY UPDATE reason = reason",
        later,
        (statement, id) -> {
          statement.setBytes(1, id.bytes());
          statement.setString(2, reason);
        });
    return erased;
  }

  private Set<MessageId> erase(List<MessageId> messages) throws SQLException {
    List<byte[]> ids = messages.stream().map(MessageId::bytes).toList();
    String those = Sql.places(ids.size());
    Set<MessageId> erasable =
        new HashSet<>(
            Sql.query(
                connection,
                "SELECT id FROM message WHERE body IS NOT NULL AND "
                    + ERASABLE
                    + " AND id IN "
                    + those
                    + " FOR UPDATE",
                ids,
                row -> MessageId.of(row.getBytes(1))));
    for (String statement :
        List.of(
            "UPDATE message SET body = NULL WHERE id = ?",
            "UPDATE esme_message SET octets = NULL WHERE message_id = ?",
            "DELETE FROM esme_delivery WHERE state <> 0 AND message_id = ?",
            "DELETE FROM webhook_delivery WHERE state <> 0 AND message_id = ?")) {
      Sql.batch(connection, statement, erasable, (each, id) -> each.setBytes(1, id.bytes()));
    }
    return erasable;
  }

  private int eraseOld(List<MessageId> messages) throws SQLException {
    int erased = eraseOrNote(messages, "its time is over").size();
    Sql.update(
        connection,
        "INSERT INTO watermark (work, message_id) VALUES (?,?)"
            + " ON DUPLICATE KEY UPDATE message_id = VALUES(message_id)",
        List.of(WORK, messages.get(messages.size() - 1).bytes()));
    return erased;
  }

  private List<MessageId> following(byte[] bound) throws SQLException {
    return Sql.query(
        connection,
        "SELECT id FROM message WHERE id < ? AND id > COALESCE((SELECT message_id FROM watermark"
            + " WHERE work = ?), x'00') ORDER BY id LIMIT "
            + AT_ONCE,
        List.of(bound, WORK),
        row -> MessageId.of(row.getBytes(1)));
  }

  /** Pushes that were delivered or put aside hold texts too; their ids are of their own time. */
  private void deleteDeliveries(Instant time) throws SQLException {
    String before = MessageId.first(time).toString();
    int deleted = AT_ONCE;
    while (deleted == AT_ONCE) {
      deleted =
          Sql.update(
              connection,
              "DELETE FROM webhook_delivery WHERE id < ? AND state <> 0 LIMIT " + AT_ONCE,
              List.of(before));
    }
  }
}
