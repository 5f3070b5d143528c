package io.chasqui.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.WebhookView;
import io.chasqui.app.outbox.Waiters;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.app.receipts.CarrierReading;
import io.chasqui.domain.account.WebhookFormat;
import io.chasqui.domain.account.WebhookSecret;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.ReceiptRequests;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.outgoing.Content;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.domain.receipt.ReceiptState;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages whose receipt does not come, on the real database. */
class OverdueReceiptsTest {
  private static final Duration WAIT = Duration.ofHours(72);
  private static final String CLIENT = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

  private final Clock clock = Clock.systemUTC();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Instant overdue = now.minus(WAIT);
  private final long seed = ThreadLocalRandom.current().nextLong(1L << 40);
  private final SystemId acme = SystemId.of("o" + seed);
  private final ConnectorId carrier = ConnectorId.of("overdue-" + seed);
  private final Msisdn to = Msisdn.of("+5511" + (100_000_000 + seed % 100_000_000));
  private ReceiptRequests asked = ReceiptRequests.AS_ASKED;

  @Test
  void a_message_whose_receipt_never_came_expires_and_all_who_asked_are_told() throws SQLException {
    OutgoingMessage message = message("hello", overdue);
    write(routed(message), accepted(message, 1));
    assertThat(settle(10).messages()).isEqualTo(1);
    assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
    assertThat(story(message))
        .last()
        .isEqualTo("no receipt came within PT72H after its validity ended at " + overdue);
    EsmeDelivery told = Waiters.of(acme).get(0);
    assertThat(told.receipt().orElseThrow().state()).isEqualTo(ReceiptState.EXPIRED.code());
    assertThat(told.receipt().orElseThrow().isFinal()).isTrue();
    assertThat(pushes(message)).containsExactly("message.expired");
  }

  @Test
  void what_follows_is_told_to_whoever_carries_it_out() throws SQLException {
    OutgoingMessage message = message("hello", overdue);
    write(routed(message), accepted(message, 1));
    assertThat(settle(10)).isEqualTo(new Expiries(1, true, Set.of(acme)));
    assertThat(settle(10)).isEqualTo(new Expiries(0, false, Set.of()));
  }

  @Test
  void a_message_whose_answer_never_came_expires_likewise() throws SQLException {
    OutgoingMessage message = message("hello", overdue);
    write(routed(message), unknown(message));
    settle(10);
    assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
  }

  @Test
  void a_receipt_may_still_come_as_long_as_it_is_waited_for() throws SQLException {
    OutgoingMessage message = message("hello", overdue.plusMillis(1));
    write(routed(message), accepted(message, 1));
    assertThat(connectors()).doesNotContain(carrier);
    assertThat(settle(10).messages()).isZero();
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void what_is_settled_or_still_to_be_sent_is_none_of_its_business() throws SQLException {
    OutgoingMessage delivered = message("hello", overdue);
    OutgoingMessage queued = message("hello", overdue);
    write(routed(delivered), accepted(delivered, 1), receipt(delivered, 1), routed(queued));
    assertThat(connectors()).doesNotContain(carrier);
    assertThat(settle(10).messages()).isZero();
    assertThat(status(delivered)).isEqualTo(MessageStatus.DELIVERED);
    assertThat(status(queued)).isEqualTo(MessageStatus.QUEUED);
  }

  @Test
  void the_parts_that_were_told_of_keep_what_they_were_told() throws SQLException {
    OutgoingMessage message = message("x".repeat(200), overdue);
    write(routed(message), accepted(message, 1), accepted(message, 2), receipt(message, 1));
    settle(10);
    assertThat(parts(message))
        .containsExactly(MessageStatus.DELIVERED.code(), MessageStatus.EXPIRED.code());
    assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
  }

  @Test
  void a_receipt_that_comes_later_than_that_is_noted_and_changes_nothing() throws SQLException {
    OutgoingMessage message = message("hello", overdue);
    write(routed(message), accepted(message, 1));
    settle(10);
    write(receipt(message, 1));
    assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
    assertThat(story(message))
        .last()
        .asString()
        .contains("reports DELIVRD")
        .endsWith("after it had been settled as expired");
    assertThat(Waiters.of(acme)).hasSize(1);
  }

  @Test
  void no_more_are_settled_at_once_than_asked_and_the_longest_overdue_first() throws SQLException {
    OutgoingMessage second = message("hello", overdue.minusSeconds(1));
    OutgoingMessage first = message("hello", overdue.minusSeconds(2));
    OutgoingMessage third = message("hello", overdue);
    for (OutgoingMessage each : List.of(third, second, first)) {
      write(routed(each), accepted(each, 1));
    }
    assertThat(settle(2).messages()).isEqualTo(2);
    assertThat(status(third)).isEqualTo(MessageStatus.SUBMITTED);
    assertThat(settle(2).messages()).isEqualTo(1);
  }

  @Test
  void two_gateways_at_it_tell_of_each_message_once() throws Exception {
    OutgoingMessage message = message("hello", overdue);
    write(routed(message), accepted(message, 1));
    try (Connection connection = MigratedDatabase.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      assertThat(receipts(connection).settle(carrier, 10).messages()).isEqualTo(1);
      CompletableFuture<Expiries> other = CompletableFuture.supplyAsync(this::settleElsewhere);
      connection.commit();
      assertThat(other.join().messages()).isZero();
    }
    assertThat(Waiters.of(acme)).hasSize(1);
    assertThat(pushes(message)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReceiptRequests.class,
      names = {"FAILURES", "NEVER"})
  void where_no_receipt_of_a_success_is_asked_for_none_is_missing(ReceiptRequests policy)
      throws SQLException {
    OutgoingMessage message = message("hello", overdue);
    write(routed(message), accepted(message, 1));
    assertThat(connectors()).contains(carrier);
    asked = policy;
    assertThat(connectors()).doesNotContain(carrier);
  }

  private Expiries settleElsewhere() {
    try {
      return settle(10);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Expiries settle(int limit) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection -> receipts(connection).settle(carrier, limit));
  }

  private Set<ConnectorId> connectors() throws SQLException {
    return MigratedDatabase.inTransaction(connection -> receipts(connection).connectors());
  }

  private OverdueReceipts receipts(Connection connection) {
    return new OverdueReceipts(connection, directory(), now, WAIT);
  }

  private void write(LedgerEntry... batch) throws SQLException {
    MigratedDatabase.inTransaction(
        connection ->
            new LedgerBatch(
                    connection, DirectorySnapshot.EMPTY, overdue, id -> CarrierReading.USUAL)
                .write(List.of(batch)));
  }

  private OutgoingMessage message(String text, Instant expiresAt) {
    MessageId id = MessageId.next(clock);
    return new OutgoingMessage(
        id,
        CLIENT,
        Address.of(5, 0, "MyShop"),
        to,
        new Content.Text(text),
        Optional.empty(),
        expiresAt.minusSeconds(3600),
        expiresAt.minusSeconds(3600),
        expiresAt,
        1,
        Set.of(),
        Optional.of(
            new EsmeOrigin(
                acme, id, RegisteredDelivery.FINAL, to.address(), new SubmitOptions("", 0, 0), 0)));
  }

  private LedgerEntry routed(OutgoingMessage message) {
    return new LedgerEntry.Routed(message, carrier, message.acceptedAt());
  }

  private LedgerEntry accepted(OutgoingMessage message, int part) {
    return new LedgerEntry.Submitted(
        carrier,
        new SubmitOutcome.Accepted(message.id(), part, message.acceptedAt(), id(message, part)));
  }

  private LedgerEntry unknown(OutgoingMessage message) {
    return new LedgerEntry.Submitted(
        carrier, new SubmitOutcome.Unknown(message.id(), 1, message.acceptedAt(), "no answer"));
  }

  private LedgerEntry receipt(OutgoingMessage message, int part) {
    ReceiptState state = ReceiptState.DELIVERED;
    return new LedgerEntry.Receipt(
        new LinkEvent.Receipt(
            carrier,
            now,
            to.address(),
            message.from(),
            new DeliveryReceipt(id(message, part), state, state.word(), "")));
  }

  private static String id(OutgoingMessage message, int part) {
    return "%s-%d".formatted(message.id(), part);
  }

  private DirectorySnapshot directory() {
    SubmitSettings submits = SubmitSettings.STANDARD.with(asked);
    SmppLinkSettings settings =
        SmppLinkSettings.of(carrier, SmppPeer.of("127.0.0.1", 1), SmppLogin.of("a", "b"))
            .with(submits);
    return new DirectorySnapshot(
        Map.of(),
        Map.of(),
        DirectorySnapshot.EMPTY.services(),
        DirectorySnapshot.EMPTY.routing(),
        Map.of(
            carrier,
            new ConnectorView(
                carrier,
                ConnectorKind.SMPP,
                true,
                OnUnknown.KEEP,
                settings,
                ReceiptReading.STANDARD)),
        Map.of(),
        Map.of(CLIENT, webhook()),
        Map.of(),
        Map.of());
  }

  private static WebhookView webhook() {
    return new WebhookView(
        "w",
        URI.create("http://127.0.0.1/"),
        WebhookSecret.generate(new SecureRandom()),
        WebhookFormat.STANDARD,
        true);
  }

  private static MessageStatus status(OutgoingMessage message) throws SQLException {
    return MessageStatus.ofCode(
        column("SELECT status FROM message WHERE id = ?", message, Integer.class).get(0));
  }

  private static List<Integer> parts(OutgoingMessage message) throws SQLException {
    String sql = "SELECT status FROM segment WHERE message_id = ? ORDER BY part";
    return column(sql, message, Integer.class);
  }

  private static List<String> story(OutgoingMessage message) throws SQLException {
    String sql = "SELECT detail FROM event WHERE message_id = ? ORDER BY id";
    return column(sql, message, String.class);
  }

  private static List<String> pushes(OutgoingMessage message) throws SQLException {
    String sql = "SELECT type FROM webhook_delivery WHERE message_id = ?";
    return column(sql, message, String.class);
  }

  private static <T> List<T> column(String sql, OutgoingMessage message, Class<T> type)
      throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection, sql, List.of(message.id().bytes()), row -> row.getObject(1, type)));
  }
}
