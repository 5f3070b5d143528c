package io.chasqui.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.outbox.Waiters;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.receipts.CarrierReading;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Destination;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.Content;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.domain.receipt.ReceiptState;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ledger's batches leave for ESMEs, on the real database. */
class EsmeReceiptTest {
  private static final int INTERMEDIATE = 0x10;

  private final Clock clock = Clock.systemUTC();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final long seed = ThreadLocalRandom.current().nextLong(1L << 40);
  private final SystemId acme = SystemId.of("r" + seed);
  private final ConnectorId carrier = ConnectorId.of("receipts-" + seed);
  private Destination to = Msisdn.of("+5511" + (100_000_000 + seed % 100_000_000));
  private final Address from = Address.of(5, 0, "MyShop");
  private Address destination = Address.of(0, 1, to.value().substring(1));

  @Test
  void a_delivered_message_is_told_with_addresses_swapped_and_all_the_standard_says()
      throws SQLException {
    OutgoingMessage message = message(1);
    assertThat(write(routed(message), accepted(message)).esmes()).isEmpty();
    assertThat(write(receipt(message, ReceiptState.DELIVERED, "000")).esmes())
        .containsExactly(acme);
    EsmeDelivery told = Waiters.of(acme).get(0);
    assertThat(told.source()).isEqualTo(destination);
    assertThat(told.destination()).isEqualTo(from);
    assertThat(told.coding()).isEqualTo(DataCodingScheme.DEFAULT);
    assertThat(told.receipt())
        .contains(new EsmeDelivery.Receipt(id(message), 2, Optional.empty(), true));
    assertThat(text(told))
        .startsWith("id:" + id(message) + " sub:001 dlvrd:001 submit date:")
        .endsWith(" stat:DELIVRD err:000 text:hello");
  }

  @Test
  void an_error_is_told_in_the_text_and_as_a_number() throws SQLException {
    OutgoingMessage message = message(1);
    write(routed(message), accepted(message));
    write(receipt(message, ReceiptState.UNDELIVERABLE, "033"));
    EsmeDelivery told = Waiters.of(acme).get(0);
    assertThat(told.receipt())
        .contains(new EsmeDelivery.Receipt(id(message), 5, Optional.of(33), true));
    assertThat(text(told)).contains(" dlvrd:000 ").contains(" stat:UNDELIV err:033 ");
  }

  @Test
  void a_batch_that_comes_twice_is_told_once() throws SQLException {
    OutgoingMessage message = message(1);
    LedgerEntry[] batch = {
      routed(message), accepted(message), receipt(message, ReceiptState.DELIVERED, "")
    };
    write(batch);
    write(batch);
    assertThat(Waiters.of(acme)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, DELIVERED, 0",
    "0, UNDELIVERABLE, 0",
    "1, DELIVERED, 1",
    "1, EXPIRED, 1",
    "2, DELIVERED, 0",
    "2, REJECTED, 1",
    "3, DELIVERED, 1",
    "3, UNDELIVERABLE, 0"
  })
  void only_what_was_asked_for_is_told(int asked, ReceiptState state, int told)
      throws SQLException {
    OutgoingMessage message = message(asked);
    write(routed(message), accepted(message), receipt(message, state, ""));
    assertThat(Waiters.of(acme)).hasSize(told);
  }

  @Test
  void a_message_refused_for_want_of_a_route_or_expired_is_told_so() throws SQLException {
    OutgoingMessage unrouted = message(1);
    OutgoingMessage late = message(1);
    write(new LedgerEntry.Unroutable(unrouted, "no route", now));
    write(routed(late), new LedgerEntry.Expired(late.id(), 1, now));
    assertThat(Waiters.of(acme))
        .extracting(told -> told.receipt().orElseThrow().state())
        .containsExactlyInAnyOrder(8, 3);
  }

  @Test
  void a_notification_on_the_way_is_told_where_it_was_asked_for() throws SQLException {
    OutgoingMessage patient = message(1);
    OutgoingMessage curious = message(INTERMEDIATE);
    write(routed(patient), accepted(patient), routed(curious), accepted(curious));
    write(receipt(patient, ReceiptState.ENROUTE, ""), receipt(curious, ReceiptState.ENROUTE, ""));
    List<EsmeDelivery> told = Waiters.of(acme);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).receipt())
        .contains(new EsmeDelivery.Receipt(id(curious), 1, Optional.empty(), false));
  }

  @Test
  void a_notification_on_the_way_is_told_once_however_often_its_batch_comes() throws SQLException {
    OutgoingMessage curious = message(INTERMEDIATE);
    LedgerEntry[] batch = {
      routed(curious), accepted(curious), receipt(curious, ReceiptState.ENROUTE, "")
    };
    write(batch);
    write(batch);
    assertThat(Waiters.of(acme)).hasSize(1);
  }

  @Test
  void a_message_of_submit_multi_is_told_by_the_id_they_share() throws SQLException {
    MessageId shared = MessageId.next(clock);
    OutgoingMessage message = message(1, shared);
    write(routed(message), accepted(message), receipt(message, ReceiptState.DELIVERED, ""));
    assertThat(Waiters.of(acme).get(0).receipt().orElseThrow().messageId())
        .isEqualTo(shared.toString());
  }

  @Test
  void what_is_sent_again_is_the_very_same() throws SQLException {
    OutgoingMessage message = message(1);
    write(routed(message));
    OutgoingMessage again =
        MigratedDatabase.inTransaction(
            connection -> new OutgoingRows(connection).envelope(message.id()));
    assertThat(again).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"3, 0, 12345", "2, 1, 11999990000"})
  void what_is_sent_again_to_a_short_code_or_a_national_number_goes_there_again(
      int ton, int npi, String value) throws SQLException {
    destination = Address.of(ton, npi, value);
    to = Destination.of(destination);
    OutgoingMessage message = message(1);
    write(routed(message));
    OutgoingMessage again =
        MigratedDatabase.inTransaction(
            connection -> new OutgoingRows(connection).envelope(message.id()));
    assertThat(again).isEqualTo(message);
    assertThat(again.segments(now).get(0).destination()).isEqualTo(destination);
  }

  @Test
  void a_query_finds_the_accounts_own_message_by_id_and_sender_only() throws SQLException {
    OutgoingMessage message = message(1);
    write(routed(message), accepted(message));
    EsmeMessages messages = new EsmeMessages();
    messages.database = MigratedDatabase.dataSource();
    messages.recent = new RecentlyAccepted();
    MessageId id = message.origin().orElseThrow().toldAs();
    assertThat(messages.state(acme, id, from).orElseThrow().state())
        .isEqualTo(ReceiptState.ENROUTE);
    assertThat(messages.state(acme, id, from).orElseThrow().finalAt()).isEmpty();
    assertThat(messages.state(SystemId.of("other"), id, from)).isEmpty();
    assertThat(messages.state(acme, id, Address.of(5, 0, "Another"))).isEmpty();
    assertThat(messages.state(acme, MessageId.next(clock), from)).isEmpty();
    write(receipt(message, ReceiptState.DELIVERED, ""));
    assertThat(messages.state(acme, id, from).orElseThrow())
        .satisfies(
            state -> {
              assertThat(state.state()).isEqualTo(ReceiptState.DELIVERED);
              assertThat(state.finalAt()).contains(now);
            });
  }

  private LedgerResult write(LedgerEntry... batch) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            new LedgerBatch(
                    connection,
                    DirectorySnapshot.EMPTY,
                    now.minus(Duration.ofDays(3)),
                    id -> CarrierReading.USUAL)
                .write(List.of(batch)));
  }

  private OutgoingMessage message(int asked) {
    return message(asked, MessageId.next(clock));
  }

  private OutgoingMessage message(int asked, MessageId toldAs) {
    return new OutgoingMessage(
        MessageId.next(clock),
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        from,
        to,
        new Content.Octets(
            DataCodingScheme.of(0xF1),
            new UserData("hello".getBytes(StandardCharsets.US_ASCII), false),
            "hello"),
        Optional.empty(),
        now,
        now,
        now.plusSeconds(3600),
        1,
        Set.of(),
        Optional.of(
            new EsmeOrigin(
                acme,
                toldAs,
                new RegisteredDelivery(asked),
                destination,
                new SubmitOptions("CMT", 1, 0x40),
                0)));
  }

  private LedgerEntry routed(OutgoingMessage message) {
    return new LedgerEntry.Routed(message, carrier, now);
  }

  private LedgerEntry accepted(OutgoingMessage message) {
    return new LedgerEntry.Submitted(
        carrier, new SubmitOutcome.Accepted(message.id(), 1, now, "c" + message.id()));
  }

  private LedgerEntry receipt(OutgoingMessage message, ReceiptState state, String error) {
    return new LedgerEntry.Receipt(
        new LinkEvent.Receipt(
            carrier,
            now,
            to.address(),
            from,
            new DeliveryReceipt("c" + message.id(), state, state.word(), error)));
  }

  private static String id(OutgoingMessage message) {
    return message.origin().orElseThrow().toldAs().toString();
  }

  private static String text(EsmeDelivery told) {
    return new String(told.content().octets(), StandardCharsets.US_ASCII);
  }
}
