package io.chasqui.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chasqui.app.ledger.LedgerResult.Errand;
import io.chasqui.app.messaging.BrokerOf;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.persistence.DatabaseAwayException;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.RefusedDataException;
import io.chasqui.app.persistence.Sql;
import io.chasqui.app.receipts.CarrierReading;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.receipt.ReceiptReading;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches through the real database and the real broker. */
class LedgerDeskTest {
  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();

  private final Clock clock = Clock.systemUTC();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final ConnectorId carrier =
      ConnectorId.of("c" + MessageId.next(clock).toString().toLowerCase());
  private final LedgerDesk desk = new LedgerDesk();
  private final Resends resends = new Resends();
  private final List<LedgerResult> results = new ArrayList<>();
  private OnUnknown policy = OnUnknown.KEEP;

  @BeforeEach
  void begin() {
    desk.clock = clock;
    desk.ledger = new DatabaseLedger();
    resends.broker = BrokerOf.workers(broker.workers());
    resends.clock = clock;
  }

  @Test
  void one_entry_the_database_refuses_is_put_aside_and_the_rest_is_written() throws SQLException {
    List<OutgoingMessage> good = List.of(message("a"), message("b"), message("c"), message("d"));
    LedgerEntry bad = routed(message("bad", Optional.of("r".repeat(101))));
    write(routed(good.get(0)), routed(good.get(1)), bad, routed(good.get(2)), routed(good.get(3)));
    for (OutgoingMessage message : good) {
      assertThat(story(message)).hasSize(2);
    }
    assertThat(broker.drain(Queues.DEAD, LedgerCodec.INSTANCE)).containsExactly(bad);
  }

  @Test
  void a_failure_of_the_databases_own_keeps_the_batch_whole() {
    desk.ledger =
        new Ledger() {
          @Override
          public LedgerResult write(List<LedgerEntry> batch) {
            throw RefusedDataException.of(new SQLException("deadlock", "40001", 1213), "kept");
          }
        };
    assertThatThrownBy(() -> write(routed(message("hello"))))
        .isInstanceOf(DatabaseAwayException.class);
    assertThat(broker.count(Queues.DEAD)).isZero();
  }

  @Test
  void news_of_a_message_not_yet_known_comes_again() {
    LedgerEntry early = unknown(message("hello"), 1);
    write(early);
    await()
        .untilAsserted(
            () ->
                assertThat(broker.drain(Queues.LEDGER, LedgerCodec.INSTANCE))
                    .containsExactly(early));
  }

  @Test
  void news_of_a_message_nobody_has_heard_of_in_a_day_is_put_aside() {
    LedgerEntry old =
        new LedgerEntry.Expired(MessageId.next(clock), 1, now.minus(Duration.ofHours(25)));
    write(old);
    assertThat(broker.drain(Queues.DEAD, LedgerCodec.INSTANCE)).containsExactly(old);
    assertThat(broker.count(Queues.LEDGER)).isZero();
  }

  @Test
  void the_note_of_a_batch_that_is_written_can_go() {
    assertThat(write(routed(message("hello")), note())).containsExactly("note-1");
  }

  @Test
  void the_note_of_news_that_comes_again_comes_with_it() {
    LedgerEntry early = unknown(message("hello"), 1);
    assertThat(write(early, note())).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(broker.drain(Queues.LEDGER, LedgerCodec.INSTANCE))
                    .containsExactly(early, note()));
  }

  @Test
  void the_note_of_news_that_was_put_aside_stays() {
    assertThat(write(routed(message("bad", Optional.of("r".repeat(101)))), note())).isEmpty();
  }

  @Test
  void an_unknown_outcome_is_kept_unless_the_connector_says_otherwise() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), unknown(message, 1));
    assertThat(results.get(0).waiting()).doesNotContain(Errand.RESEND);
    sendWaiting();
    assertThat(broker.count(Queues.connector(carrier))).isZero();
  }

  @Test
  void the_lost_parts_of_a_message_are_sent_again_and_its_story_says_so() throws SQLException {
    policy = OnUnknown.RESEND;
    OutgoingMessage message = message("x".repeat(400));
    write(routed(message), unknown(message, 3), unknown(message, 1));
    assertThat(results.get(0).waiting()).contains(Errand.RESEND);
    sendWaiting();
    OutgoingMessage again = sentAgain();
    assertThat(again.id()).isEqualTo(message.id());
    assertThat(again.text()).isEqualTo(message.text());
    assertThat(again.parts()).containsExactlyInAnyOrder(1, 3);
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(story(message))
        .contains("part 1 is sent again to " + carrier + ", which may have it twice");
  }

  @Test
  void a_batch_that_comes_twice_sends_again_once() throws SQLException {
    policy = OnUnknown.RESEND;
    OutgoingMessage message = message("hello");
    LedgerEntry[] batch = {routed(message), unknown(message, 1)};
    write(batch);
    write(batch);
    sendWaiting();
    assertThat(sentAgain().id()).isEqualTo(message.id());
    write(batch);
    sendWaiting();
    assertThat(broker.count(Queues.connector(carrier))).isZero();
  }

  @Test
  void what_is_to_be_sent_again_survives_a_crash_before_it_is_sent() throws SQLException {
    policy = OnUnknown.RESEND;
    OutgoingMessage message = message("hello");
    write(routed(message), unknown(message, 1));
    resends.broker = null; // the gateway dies before it can send
    assertThatThrownBy(this::sendWaiting).isInstanceOf(NullPointerException.class);
    resends.broker = BrokerOf.workers(broker.workers());
    sendWaiting();
    assertThat(sentAgain().id()).isEqualTo(message.id());
  }

  /** The ledger in transactions of its own, as the container gives it them. */
  private final class DatabaseLedger extends Ledger {
    @Override
    public LedgerResult write(List<LedgerEntry> batch) {
      try {
        return MigratedDatabase.inTransaction(
            connection ->
                new LedgerBatch(
                        connection,
                        directory(),
                        now.minus(Duration.ofHours(72)),
                        id -> CarrierReading.USUAL)
                    .write(batch));
      } catch (SQLException e) {
        throw RefusedDataException.of(e, "kept");
      }
    }
  }

  private List<String> write(LedgerEntry... batch) {
    try (LocalSession session = broker.session()) {
      List<String> notes = desk.write(session, List.of(batch), results::add);
      session.commit();
      return notes;
    }
  }

  private LedgerEntry.Noted note() {
    return new LedgerEntry.Noted("note-1", now);
  }

  private void sendWaiting() throws SQLException {
    MigratedDatabase.inTransaction(
        connection -> {
          resends.send(connection);
          return null;
        });
  }

  private OutgoingMessage sentAgain() {
    List<OutgoingMessage> sent = broker.drain(Queues.connector(carrier), OutgoingCodec.INSTANCE);
    assertThat(sent).hasSize(1);
    return sent.get(0);
  }

  private OutgoingMessage message(String text) {
    return message(text, Optional.empty());
  }

  private OutgoingMessage message(String text, Optional<String> reference) {
    return new OutgoingMessage(
        MessageId.next(clock),
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        Address.infer("Chasqui"),
        Msisdn.of("+5511987654321"),
        text,
        reference,
        now,
        now,
        now.plusSeconds(3600),
        1,
        Set.of());
  }

  private LedgerEntry routed(OutgoingMessage message) {
    return new LedgerEntry.Routed(message, carrier, now);
  }

  private LedgerEntry unknown(OutgoingMessage message, int part) {
    return new LedgerEntry.Submitted(
        carrier, new SubmitOutcome.Unknown(message.id(), part, now, "no answer in 10 s"));
  }

  private DirectorySnapshot directory() {
    ModemLinkSettings settings =
        ModemLinkSettings.of(carrier, SerialWire.at("/dev/null"), SimSettings.STANDARD);
    return new DirectorySnapshot(
        Map.of(),
        Map.of(),
        DirectorySnapshot.EMPTY.services(),
        DirectorySnapshot.EMPTY.routing(),
        Map.of(
            carrier,
            new ConnectorView(
                carrier, ConnectorKind.MODEM, true, policy, settings, ReceiptReading.STANDARD)),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static List<String> story(OutgoingMessage message) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT detail FROM event WHERE message_id = ? ORDER BY id",
                List.of(message.id().bytes()),
                row -> row.getString(1)));
  }
}
