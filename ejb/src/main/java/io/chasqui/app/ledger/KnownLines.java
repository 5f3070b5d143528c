package io.chasqui.app.ledger;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines that are in the stories already: what a line says and the instant it became true are the
 * key by which news that comes twice is known. Only asked about news that no status would tell to
 * be a repetition, so that a message that goes its usual way costs nothing here.
 */
final class KnownLines {
  private final Connection connection;
  private final Set<MessageId> loaded = new HashSet<>();
  private final Set<Line> lines = new HashSet<>();

  KnownLines(Connection connection) {
    this.connection = connection;
  }

  private record Line(MessageId message, Instant at, String detail) {
    /** In the precision of the database. */
    Line {
      at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    static Line of(Event event) {
      return new Line(event.message(), event.at(), event.storedDetail());
    }
  }

  /** Takes the stories in hand; the messages are locked by the transaction. */
  void load(Collection<MessageId> messages) throws SQLException {
    List<MessageId> missing =
        messages.stream().distinct().filter(message -> !loaded.contains(message)).toList();
    if (missing.isEmpty()) {
      return;
    }
    loaded.addAll(missing);
    // A locking read sees what another gateway has committed since this transaction began.
    lines.addAll(
        Sql.query(
            connection,
            "SELECT message_id, at, detail FROM event WHERE message_id IN "
                + Sql.places(missing.size())
                + " LOCK IN SHARE MODE",
            missing.stream().map(MessageId::bytes).toList(),
            row ->
                new Line(
                    MessageId.of(row.getBytes(1)),
                    row.getTimestamp(2).toInstant(),
                    row.getString(3))));
  }

  boolean has(Event event) {
    return lines.contains(Line.of(event));
  }

  void add(Event event) {
    lines.add(Line.of(event));
  }
}
