package io.chasqui.app.ledger;

import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lines that are in the stories already: what a line says and the instant it became true are the
 * key by which news that comes twice is known. Only asked about news that no status would tell to
 * be a repetition, so that a message that goes its usual way costs nothing here.
 */
final class KnownLines {
  private final Connection connection;
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

  /** Something learnt of a message, which its lock keeps from others until the end. */
  record News(MessageId message, Instant at) {}

  /** Takes in hand what the stories tell from the earliest of these on. */
  void load(List<News> news) throws SQLException {
    Optional<Instant> earliest = news.stream().map(News::at).min(Comparator.naturalOrder());
    if (earliest.isPresent()) {
      load(news.stream().map(News::message).collect(Collectors.toSet()), earliest.get());
    }
  }

  private void load(Set<MessageId> messages, Instant since) throws SQLException {
    List<Object> parameters = new ArrayList<>();
    parameters.add(since.truncatedTo(ChronoUnit.MILLIS));
    messages.forEach(message -> parameters.add(message.bytes()));
    // A locking read sees what another gateway has committed since this transaction began.
    lines.addAll(
        Sql.query(
            connection,
            "SELECT message_id, at, detail FROM event WHERE at >= ? AND message_id IN "
                + Sql.places(messages.size())
                + " LOCK IN SHARE MODE",
            parameters,
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
