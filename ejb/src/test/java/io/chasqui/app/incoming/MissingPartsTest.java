package io.chasqui.app.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.IncomingCodec;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.RefusedDataException;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import jakarta.ejb.EJBException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The minute's turn, and what the database refuses, on the real database and broker. */
class MissingPartsTest {
  private static final AtomicInteger REFERENCES = new AtomicInteger();

  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();

  private final Instant now = Instant.now();
  private final ConnectorId carrier =
      ConnectorId.of("c" + MessageId.next(Clock.systemUTC()).toString().toLowerCase());
  private final DatabaseMessages messages = new DatabaseMessages();
  private final MissingParts timer = new MissingParts();
  private final IncomingDesk desk = new IncomingDesk();

  @BeforeEach
  void begin() {
    timer.database = MigratedDatabase.dataSource();
    timer.messages = messages;
    desk.messages = messages;
  }

  @Test
  void an_incomplete_message_is_given_out_after_an_hour_and_not_before() throws SQLException {
    write(parts().subList(0, 1));
    giveUp(Duration.ofMinutes(59));
    assertThat(texts()).isEmpty();
    giveUp(Duration.ofMinutes(61));
    assertThat(texts()).containsExactly("a".repeat(153) + "[…]");
    giveUp(Duration.ofMinutes(62));
    assertThat(texts()).hasSize(1);
  }

  @Test
  void one_message_that_cannot_be_given_out_keeps_no_other_waiting() throws SQLException {
    List<LinkEvent.Incoming> stuck = parts();
    write(stuck.subList(0, 1));
    write(parts().subList(1, 2));
    messages.stuck = stuck.get(0).id();
    giveUp(Duration.ofMinutes(61));
    assertThat(texts()).containsExactly("[…]" + "a".repeat(47));
  }

  @Test
  void parts_are_forgotten_a_day_after_their_message_was_given_out() throws SQLException {
    write(parts());
    giveUp(Duration.ofHours(23));
    assertThat(remembered()).isEqualTo(1);
    giveUp(Duration.ofHours(25));
    assertThat(remembered()).isZero();
  }

  @Test
  void one_segment_the_database_refuses_is_put_aside_and_the_rest_is_written() throws SQLException {
    Instant noDateOfTheDatabases = Instant.parse("+20000-01-01T00:00:00Z");
    LinkEvent.Incoming bad = plain("bad", noDateOfTheDatabases);
    write(List.of(plain("one", now), bad, plain("two", now)));
    assertThat(texts()).containsExactlyInAnyOrder("one", "two");
    assertThat(broker.drain(Queues.DEAD, IncomingCodec.INSTANCE))
        .extracting(LinkEvent.Incoming::id)
        .containsExactly(bad.id());
  }

  /** Each call in a transaction of its own, as the container gives it. */
  private static final class DatabaseMessages extends IncomingMessages {
    private MessageId stuck;

    @Override
    public boolean write(List<LinkEvent.Incoming> batch) {
      return inTransaction(batches -> batches.write(batch));
    }

    @Override
    public boolean giveOut(MessageId incomplete) {
      if (incomplete.equals(stuck)) {
        throw new EJBException("not this minute");
      }
      return inTransaction(batches -> batches.giveOut(incomplete));
    }

    private static boolean inTransaction(Writing writing) {
      try {
        return MigratedDatabase.inTransaction(
            connection -> writing.by(new IncomingBatch(connection, DirectorySnapshot.EMPTY)));
      } catch (SQLException e) {
        throw RefusedDataException.of(e, "kept");
      }
    }

    @FunctionalInterface
    private interface Writing {
      boolean by(IncomingBatch batch) throws SQLException;
    }
  }

  private void write(List<LinkEvent.Incoming> batch) {
    try (LocalSession session = broker.session()) {
      desk.write(session, batch);
      session.commit();
    }
  }

  private void giveUp(Duration later) {
    timer.clock = Clock.fixed(now.plus(later), ZoneOffset.UTC);
    timer.giveUpOnMissingParts();
  }

  private List<LinkEvent.Incoming> parts() {
    EncodedText encoded = EncodedText.of("a".repeat(200));
    int reference = REFERENCES.incrementAndGet();
    return encoded.segments(reference).stream()
        .map(data -> segment(data.octets(), data.udhi(), now))
        .toList();
  }

  private LinkEvent.Incoming plain(String text, Instant at) {
    return segment(text.getBytes(StandardCharsets.US_ASCII), false, at);
  }

  private LinkEvent.Incoming segment(byte[] octets, boolean udhi, Instant at) {
    return new LinkEvent.Incoming(
        carrier,
        at,
        MessageId.next(Clock.systemUTC()),
        Address.infer("+5511988880001"),
        Address.infer("+5511999990001"),
        DataCodingScheme.DEFAULT,
        octets,
        udhi);
  }

  private List<String> texts() throws SQLException {
    return query("SELECT body FROM message WHERE connector_id = ?");
  }

  private int remembered() throws SQLException {
    return query("SELECT id FROM incoming_set WHERE connector_id = ?").size();
  }

  private List<String> query(String sql) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(connection, sql, List.of(carrier.value()), row -> row.getString(1)));
  }
}
