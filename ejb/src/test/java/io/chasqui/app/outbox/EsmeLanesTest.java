package io.chasqui.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chasqui.app.accounts.TestClock;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.AccountTerms;
import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeAccount.ReceiptPdu;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.LongMo;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The outbox on the real database, with ESMEs that behave as they like. */
class EsmeLanesTest {
  private static final int QUEUE_FULL = 0x14;
  private static final int PERMANENT = 0x65;
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Clock clock = Clock.systemUTC();
  private final EsmesInMemory esmes = new EsmesInMemory();
  private final DeliveryTable table = new DeliveryTable(MigratedDatabase.dataSource());
  private final EsmePresence presence = new EsmePresence(clock);
  private final SystemId acme = account();
  private EsmeLanes lanes = lanes();

  @AfterEach
  void end() {
    lanes.stop(Duration.ZERO);
    esmes.close();
  }

  @Test
  void what_waits_is_given_in_its_order_and_then_gone() throws SQLException {
    List<MessageId> added = add(acme, 500, clock.instant());
    esmes.bind(acme, 10);
    lanes.wake(acme);
    awaitEmpty(acme);
    assertThat(texts()).isEqualTo(added.stream().map(MessageId::toString).toList());
  }

  @Test
  void a_receipt_comes_with_all_its_fields() throws SQLException {
    EsmeDelivery.Receipt receipt = new EsmeDelivery.Receipt("01J", 2, Optional.of(33), true);
    PendingDelivery pending =
        new PendingDelivery(
            acme,
            MessageId.next(clock),
            Address.of(1, 1, "5511999990000"),
            Address.of(5, 0, "MyShop"),
            DataCodingScheme.UCS2,
            new UserData(new byte[] {5, 0, 3, 1, 2, 1, 0, 65}, true),
            Optional.of(receipt),
            clock.instant());
    add(pending);
    esmes.bind(acme, 1);
    lanes.wake(acme);
    awaitEmpty(acme);
    EsmeDelivery given = esmes.handedOver.get(0);
    assertThat(given.source()).isEqualTo(pending.source());
    assertThat(given.destination()).isEqualTo(pending.destination());
    assertThat(given.coding()).isEqualTo(pending.coding());
    assertThat(given.content()).isEqualTo(pending.content());
    assertThat(given.receipt()).contains(receipt);
  }

  @Test
  void it_waits_while_the_esme_is_away_and_leaves_when_it_is_back() throws SQLException {
    add(acme, 20, clock.instant().minus(5, ChronoUnit.DAYS));
    lanes.wake(acme);
    assertThat(table.backlog(acme).waiting()).isEqualTo(20);
    esmes.bind(acme, 100);
    awaitEmpty(acme);
    assertThat(esmes.handedOver).hasSize(20);
  }

  @Test
  void a_lane_nobody_needs_ends_and_comes_back_with_the_esme() throws SQLException {
    add(acme, 3, clock.instant());
    lanes.wake(acme);
    lanes.wake(acme);
    await().atMost(Duration.ofSeconds(40)).until(() -> !lanes.isRunning(acme));
    esmes.bind(acme, 1);
    lanes.wake(acme);
    awaitEmpty(acme);
  }

  @Test
  void an_answer_that_never_came_is_no_answer_even_over_a_restart() throws SQLException {
    esmes.answering(EsmesInMemory.SILENT);
    add(acme, 3, clock.instant());
    esmes.bind(acme, 10);
    lanes.wake(acme);
    await().atMost(SOON).until(() -> esmes.handedOver.size() == 3);
    lanes.stop(Duration.ZERO);
    assertThat(table.backlog(acme).waiting()).isEqualTo(3);
    esmes.unbind(acme);
    esmes.answering(EsmesInMemory.OBEDIENT);
    esmes.bind(acme, 10);
    lanes = lanes();
    lanes.wake(acme);
    awaitEmpty(acme);
    assertThat(esmes.handedOver).hasSize(6);
  }

  @Test
  void what_a_session_takes_to_its_grave_is_given_to_the_next() throws SQLException {
    esmes.answering(EsmesInMemory.SILENT);
    add(acme, 3, clock.instant());
    esmes.bind(acme, 10);
    lanes.wake(acme);
    await().atMost(SOON).until(() -> esmes.handedOver.size() == 3);
    esmes.answering(EsmesInMemory.OBEDIENT);
    esmes.unbind(acme);
    esmes.bind(acme, 10);
    awaitEmpty(acme);
    assertThat(Set.copyOf(texts())).hasSize(3);
    assertThat(esmes.handedOver).hasSize(6);
  }

  @Test
  void a_busy_esme_gets_everything_once_it_has_room() throws SQLException {
    Set<Long> refused = ConcurrentHashMap.newKeySet();
    AtomicBoolean busy = new AtomicBoolean(true);
    esmes.answering(
        delivery ->
            busy.getAndSet(false) && refused.add(delivery.id())
                ? new DeliveryOutcome.Refused(delivery.id(), QUEUE_FULL)
                : new DeliveryOutcome.Taken(delivery.id()));
    add(acme, 30, clock.instant());
    esmes.bind(acme, 5);
    lanes.wake(acme);
    awaitEmpty(acme);
    assertThat(refused).hasSize(1);
    assertThat(esmes.handedOver).hasSize(31);
  }

  @Test
  void what_is_refused_for_good_lets_the_others_pass_and_is_put_aside_after_a_day()
      throws SQLException {
    List<MessageId> old = add(acme, 1, clock.instant().minus(25, ChronoUnit.HOURS));
    add(acme, 10, clock.instant());
    esmes.answering(
        delivery ->
            text(delivery).equals(old.get(0).toString())
                ? new DeliveryOutcome.Refused(delivery.id(), PERMANENT)
                : new DeliveryOutcome.Taken(delivery.id()));
    esmes.bind(acme, 5);
    lanes.wake(acme);
    awaitEmpty(acme);
    assertThat(table.backlog(acme).dead()).isEqualTo(1);
    assertThat(reasons(acme)).containsExactly("refused with 0x65 for a day");
  }

  @Test
  void an_incoming_message_is_pushed_when_its_last_part_was_taken() throws SQLException {
    MessageId id = received();
    add(message(acme, id, clock.instant()), message(acme, id, clock.instant()));
    AtomicInteger taken = new AtomicInteger();
    esmes.answering(
        delivery -> taken.getAndIncrement() == 0 ? new DeliveryOutcome.Taken(delivery.id()) : null);
    esmes.bind(acme, 1);
    lanes.wake(acme);
    await().atMost(SOON).until(() -> table.backlog(acme).waiting() == 1);
    assertThat(status(id)).isEqualTo(MessageStatus.RECEIVED);
    esmes.answering(EsmesInMemory.OBEDIENT);
    esmes.unbind(acme);
    esmes.bind(acme, 1);
    awaitEmpty(acme);
    assertThat(status(id)).isEqualTo(MessageStatus.PUSHED);
  }

  private MessageId received() throws SQLException {
    MessageId id = MessageId.next(clock);
    MigratedDatabase.inTransaction(
        connection ->
            Sql.update(
                connection,
                "INSERT INTO message (id, direction, from_address, to_address, body, alphabet,"
                    + " segments, status, created_at) VALUES (?,2,'+551','+552','hi',0,1,?,?)",
                List.of(id.bytes(), MessageStatus.RECEIVED.code(), clock.instant())));
    return id;
  }

  private static MessageStatus status(MessageId id) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "SELECT status FROM message WHERE id = ?",
                    List.of(id.bytes()),
                    row -> MessageStatus.ofCode(row.getInt(1)))
                .get(0));
  }

  @Test
  void accounts_do_not_wait_for_each_other() throws SQLException {
    SystemId other = account();
    add(acme, 10, clock.instant());
    add(other, 10, clock.instant());
    esmes.bind(other, 2);
    lanes.wake(acme);
    lanes.wake(other);
    awaitEmpty(other);
    assertThat(table.backlog(acme).waiting()).isEqualTo(10);
  }

  @Test
  void what_nobody_took_in_time_is_put_aside_and_said_why() throws SQLException {
    add(acme, 2, clock.instant().minus(8, ChronoUnit.DAYS));
    add(acme, 1, clock.instant());
    Instant week = clock.instant().minus(7, ChronoUnit.DAYS);
    assertThat(table.giveUp(acme, week, "not taken within PT168H")).isEqualTo(2);
    assertThat(reasons(acme)).containsOnly("not taken within PT168H");
    assertThat(table.backlog(acme))
        .satisfies(
            backlog -> {
              assertThat(backlog.waiting()).isEqualTo(1);
              assertThat(backlog.dead()).isEqualTo(2);
              assertThat(backlog.oldest()).isPresent();
            });
  }

  @Test
  void messages_of_an_account_away_for_a_minute_go_to_the_next_one_and_receipts_stay()
      throws SQLException {
    TestClock minutes = new TestClock("2026-11-22T12:00:00Z");
    EsmePresence seen = new EsmePresence(minutes);
    SystemId standIn = account();
    add(acme, 2, clock.instant());
    add(receipt(acme));
    DirectorySnapshot directory = directory(view(acme, 0), view(standIn, 1));
    MoRelocation relocation = new MoRelocation(table, seen);
    seen.changed(standIn, true);
    seen.changed(acme, true);
    seen.changed(acme, false);
    minutes.advance(Duration.ofSeconds(59));
    assertThat(relocation.relocate(acme, directory)).isEmpty();
    minutes.advance(Duration.ofSeconds(1));
    assertThat(relocation.relocate(acme, directory)).contains(standIn);
    assertThat(table.backlog(acme).waiting()).isEqualTo(1);
    assertThat(table.backlog(standIn).waiting()).isEqualTo(2);
  }

  @Test
  void an_esme_that_comes_back_while_its_messages_are_moved_is_given_none_of_them()
      throws SQLException {
    SystemId standIn = account();
    add(acme, 20, clock.instant());
    esmes.bind(acme, 100);
    esmes.bind(standIn, 100);
    lanes
        .whileUnread(
            acme,
            () -> {
              lanes.wake(acme);
              assertThat(lanes.isRunning(acme)).isFalse();
              table.moveMessages(acme, standIn);
              return Optional.of(standIn);
            })
        .ifPresent(lanes::wake);
    awaitEmpty(standIn);
    assertThat(texts()).hasSize(20).doesNotHaveDuplicates();
    assertThat(lanes.isRunning(acme)).as("it has its lane afterwards").isTrue();
  }

  @Test
  void messages_that_a_lane_may_be_giving_to_their_esme_are_moved_to_no_other()
      throws SQLException {
    esmes.answering(EsmesInMemory.SILENT);
    add(acme, 3, clock.instant());
    esmes.bind(acme, 10);
    lanes.wake(acme);
    await().atMost(SOON).until(() -> esmes.handedOver.size() == 3);
    SystemId standIn = account();
    Optional<SystemId> moved =
        lanes.whileUnread(
            acme,
            () -> {
              table.moveMessages(acme, standIn);
              return Optional.of(standIn);
            });
    assertThat(moved).isEmpty();
    assertThat(table.backlog(acme).waiting()).isEqualTo(3);
  }

  @Test
  void a_lane_that_an_error_has_ended_is_followed_by_another() throws SQLException {
    add(acme, 3, clock.instant());
    esmes.bind(acme, 10);
    esmes.failing(new LinkageError("a class is gone"));
    lanes.wake(acme);
    await().atMost(SOON).until(() -> !lanes.isRunning(acme));
    assertThat(table.backlog(acme).waiting()).isEqualTo(3);
    lanes.wake(acme);
    awaitEmpty(acme);
  }

  @Test
  void an_incoming_message_goes_to_the_first_that_is_there_else_it_waits_for_the_first() {
    SmppAccountView first = view(acme, 0);
    SmppAccountView second = view(account(), 5);
    List<SmppAccountView> byPriority = directory(second, first).receiversOf(first.clientId());
    assertThat(byPriority).containsExactly(first, second);
    assertThat(MoRelocation.choose(byPriority, id -> false)).contains(first);
    assertThat(MoRelocation.choose(byPriority, second.systemId()::equals)).contains(second);
    assertThat(MoRelocation.choose(byPriority, id -> true)).contains(first);
  }

  @Test
  void a_transmitter_receives_nothing() {
    esmes.bindTransmitter(acme);
    presence.refresh(esmes.sessions());
    assertThat(presence.isReceiving(acme)).isFalse();
    esmes.bind(acme, 1);
    presence.refresh(esmes.sessions());
    assertThat(presence.isReceiving(acme)).isTrue();
    esmes.unbind(acme);
    presence.refresh(esmes.sessions());
    assertThat(presence.isReceiving(acme)).isFalse();
  }

  private EsmeLanes lanes() {
    return new EsmeLanes(() -> esmes, table, clock, Thread::new);
  }

  private static SystemId account() {
    return SystemId.of("t" + ThreadLocalRandom.current().nextLong(1L << 40));
  }

  private List<MessageId> add(SystemId account, int count, Instant at) throws SQLException {
    List<MessageId> ids = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> ids.add(MessageId.next(clock)));
    add(ids.stream().map(id -> message(account, id, at)).toArray(PendingDelivery[]::new));
    return ids;
  }

  private static void add(PendingDelivery... deliveries) throws SQLException {
    MigratedDatabase.inTransaction(
        connection -> {
          EsmeOutbox.add(connection, List.of(deliveries));
          return null;
        });
  }

  private PendingDelivery receipt(SystemId account) {
    EsmeDelivery.Receipt receipt = new EsmeDelivery.Receipt("x", 2, Optional.empty(), true);
    PendingDelivery message = message(account, MessageId.next(clock), clock.instant());
    return new PendingDelivery(
        account,
        message.message(),
        message.source(),
        message.destination(),
        message.coding(),
        message.content(),
        Optional.of(receipt),
        message.at());
  }

  private static PendingDelivery message(SystemId account, MessageId id, Instant at) {
    return new PendingDelivery(
        account,
        id,
        Address.infer("+5511999990000"),
        Address.infer("12345"),
        DataCodingScheme.DEFAULT,
        new UserData(id.toString().getBytes(), false),
        Optional.empty(),
        at);
  }

  private List<String> texts() {
    return esmes.handedOver.stream().map(EsmeLanesTest::text).toList();
  }

  private static String text(EsmeDelivery delivery) {
    return new String(delivery.content().octets());
  }

  private void awaitEmpty(SystemId account) {
    await("nothing waits for " + account)
        .atMost(SOON)
        .until(() -> table.backlog(account).waiting() == 0);
  }

  private static List<String> reasons(SystemId account) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT last_error FROM esme_delivery WHERE system_id = ? AND state = 1",
                List.of(account.value()),
                row -> row.getString(1)));
  }

  private static SmppAccountView view(SystemId id, int mo) {
    return new SmppAccountView(
        id,
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "hash",
        new AccountTerms(
            AccountTerms.ANYWHERE,
            1,
            10,
            0,
            OptionalInt.of(mo),
            ReceiptPdu.DELIVER_SM,
            GsmCoding.GSM7,
            LongMo.UDH,
            List.of(),
            true),
        true);
  }

  private static DirectorySnapshot directory(SmppAccountView... accounts) {
    Map<SystemId, SmppAccountView> byId = new HashMap<>();
    List.of(accounts).forEach(account -> byId.put(account.systemId(), account));
    return DirectorySnapshot.EMPTY.withSmppAccounts(byId);
  }
}
