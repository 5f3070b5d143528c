package io.chasqui.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chasqui.app.OutgoingMessages;
import io.chasqui.app.messaging.ConnectorQueue;
import io.chasqui.app.messaging.DepartureNotes;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.Worker;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.InMemoryLinks;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.SmppFlow;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.StatusPolicy;
import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A connector's queue, its pump, the journal of outcomes and who watches over what waits. */
class DispatchTest {
  private static final ConnectorId CARRIER = ConnectorId.of("carrier-a");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Clock CLOCK = Clock.systemUTC();

  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();

  private final InMemoryLinks links = new InMemoryLinks();
  private final LinkConnection link = links.getConnection();
  private final Withdrawals withdrawals = new Withdrawals();
  private final OutcomeJournal journal = new OutcomeJournal(withdrawals);
  private final List<LedgerEntry> news = new ArrayList<>();

  @AfterEach
  void close() {
    links.close();
  }

  @Test
  void what_waits_is_sent_and_told_and_leaves_nothing_in_flight() {
    OutgoingMessage message = OutgoingMessages.text("hello");
    pump();
    send(message);
    awaitNews(1);
    assertThat(outcomes(SubmitOutcome.Accepted.class)).containsExactly(message.id());
    assertThat(broker.count(Queues.inFlight(CARRIER))).isZero();
    assertThat(links.peer().received()).containsExactly("hello");
  }

  @Test
  void what_the_peer_throttled_goes_back_to_the_head_of_the_queue() {
    OutgoingMessage message = OutgoingMessages.text("later");
    broker.workers().start("outcomes", journal);
    InFlightChunk chunk = inFlight(message);
    journal.add(
        chunk, new SubmitOutcome.Deferred(message.id(), 1, Instant.now(), 0x58, "throttled"));
    awaitNews(1);
    assertThat(outcomes(SubmitOutcome.Deferred.class)).containsExactly(message.id());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(broker.drain(Queues.again(CARRIER), OutgoingCodec.INSTANCE))
                    .containsExactly(message.retry(Set.of(1))));
    assertThat(broker.count(Queues.inFlight(CARRIER))).isZero();
  }

  @Test
  void an_envelope_stays_in_flight_until_its_last_part_has_an_outcome() {
    OutgoingMessage message = OutgoingMessages.text("x".repeat(200));
    broker.workers().start("outcomes", journal);
    InFlightChunk chunk = inFlight(message);
    journal.add(chunk, new SubmitOutcome.Accepted(message.id(), 1, Instant.now(), "c-1"));
    awaitNews(1);
    assertThat(broker.drain(Queues.inFlight(CARRIER), OutgoingCodec.INSTANCE))
        .containsExactly(message);
  }

  @Test
  void what_a_former_run_left_in_flight_is_unknown_part_by_part() {
    OutgoingMessage message = OutgoingMessages.text("x".repeat(200));
    inFlight(message);
    broker.send(Queues.inFlight(CARRIER), new byte[] {'?'});
    new InFlightRecovery(broker.workers(), CLOCK).settle(CARRIER);
    assertThat(outcomes(SubmitOutcome.Unknown.class)).containsExactly(message.id(), message.id());
    assertThat(broker.count(Queues.inFlight(CARRIER))).isZero();
    assertThat(broker.count(Queues.DEAD)).isEqualTo(1);
  }

  @Test
  void what_expires_while_it_waits_is_told_and_the_rest_of_its_envelope_waits_on() {
    OutgoingMessage expired = OutgoingMessages.expiring("late", Instant.now().minusMillis(1));
    OutgoingMessage valid = OutgoingMessages.text("in time");
    OutgoingMessage behind = OutgoingMessages.text("behind");
    send(expired, valid);
    send(behind);
    watch();
    awaitNews(1);
    assertThat(news).containsExactly(new LedgerEntry.Expired(expired.id(), 1, expiredAt()));
    await().atMost(SOON).until(() -> waiting().size() == 2);
    assertThat(waiting()).containsExactlyInAnyOrder(valid, behind);
  }

  @Test
  void envelopes_that_do_not_say_when_they_expire_are_looked_into() {
    OutgoingMessage expired = OutgoingMessages.expiring("late", Instant.now().minusMillis(1));
    broker.send(Queues.connector(CARRIER), OutgoingCodec.INSTANCE, List.of(expired));
    watch();
    awaitNews(1);
    assertThat(news).hasOnlyElementsOfType(LedgerEntry.Expired.class);
  }

  @Test
  void many_that_are_valid_do_not_hide_one_that_is_not() {
    OutgoingMessage expired = OutgoingMessages.expiring("late", Instant.now().minusMillis(1));
    try (LocalSession session = broker.session()) {
      for (int i = 0; i < 5_000; i++) {
        ConnectorQueue.send(session, CARRIER, List.of(OutgoingMessages.text("v")), Duration.ZERO);
      }
      ConnectorQueue.send(session, CARRIER, List.of(expired), Duration.ZERO);
      session.commit();
    }
    watch();
    awaitNews(1);
    assertThat(news).hasOnlyElementsOfType(LedgerEntry.Expired.class);
  }

  @Test
  void what_expires_is_found_soon_though_hundreds_of_connectors_are_away() {
    Set<ConnectorId> away =
        IntStream.range(0, 200)
            .mapToObj(i -> ConnectorId.of("away-" + i))
            .collect(Collectors.toSet());
    OutgoingMessage late = OutgoingMessages.expiring("late", Instant.now().minusMillis(1));
    try (LocalSession session = broker.session()) {
      away.forEach(id -> ConnectorQueue.send(session, id, List.of(late), Duration.ZERO));
      session.commit();
    }
    watch(away);
    awaitNews(away.size());
  }

  @Test
  void queues_without_a_late_message_are_left_alone() {
    OutgoingMessage late = OutgoingMessages.expiring("late", Instant.now().minusMillis(1));
    ConnectorId other = ConnectorId.of("other");
    try (LocalSession session = broker.session()) {
      ConnectorQueue.send(session, other, List.of(late), Duration.ZERO);
      session.commit();
    }
    send(late);
    watch();
    awaitNews(1);
    assertThat(broker.drain(Queues.connector(other), OutgoingCodec.INSTANCE)).containsExactly(late);
  }

  @Test
  void a_pump_whose_link_is_lost_keeps_nothing_from_the_watch() {
    pump();
    send(OutgoingMessages.text("first"));
    awaitNews(1);
    links.lose();
    OutgoingMessage expiring =
        OutgoingMessages.expiring("never sent", Instant.now().plusSeconds(2));
    send(expiring);
    watch();
    awaitExpiry(expiring);
    links.peer().answers();
    send(OutgoingMessages.text("last"));
    await().atMost(SOON).until(() -> links.peer().received().contains("last"));
    assertThat(links.peer().received()).containsExactly("first", "last");
  }

  @Test
  void a_pump_tells_what_has_expired_instead_of_sending_it() {
    send(OutgoingMessages.expiring("late", Instant.now().minusMillis(1)));
    pump();
    awaitNews(1);
    assertThat(news).hasOnlyElementsOfType(LedgerEntry.Expired.class);
    assertThat(links.peer().received()).isEmpty();
  }

  @Test
  void what_the_peer_will_take_later_lets_others_go_first() {
    links.peer().refuses(0x08);
    SmppLinkSettings retried =
        settings()
            .with(StatusTable.STANDARD.with(0x08, StatusPolicy.retry(2, Duration.ofSeconds(1))));
    pump(retried);
    send(OutgoingMessages.text("first"));
    send(OutgoingMessages.text("second"));
    await().atMost(SOON).until(() -> links.peer().received().size() == 2);
    assertThat(links.peer().received()).containsExactly("second", "first");
  }

  @Test
  void with_a_window_of_one_the_peer_takes_all_in_order_however_often_it_throttles() {
    List<String> texts = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
    Random dice = new Random(58);
    links
        .peer()
        .refuses(dice.ints(300, 0, 3).mapToObj(x -> x == 0 ? 0x58 : 0).toArray(Integer[]::new));
    sendInEnvelopesOf(3, texts);
    pump(throttled(1));
    await().atMost(SOON).until(() -> links.peer().received().size() >= texts.size());
    assertThat(links.peer().received()).isEqualTo(texts);
  }

  @Test
  void with_a_wide_window_nothing_is_lost_or_sent_twice_however_often_the_peer_throttles() {
    List<String> texts = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
    Random dice = new Random(58);
    links
        .peer()
        .refuses(dice.ints(900, 0, 2).mapToObj(x -> x == 0 ? 0x58 : 0).toArray(Integer[]::new));
    sendInEnvelopesOf(12, texts);
    pump(throttled(50));
    await().atMost(SOON).until(() -> links.peer().received().size() >= texts.size());
    assertThat(links.peer().received()).containsExactlyInAnyOrderElementsOf(texts);
    await().atMost(SOON).until(() -> broker.count(Queues.inFlight(CARRIER)) == 0);
    assertThat(broker.count(Queues.again(CARRIER))).isZero();
  }

  @Test
  void what_a_former_run_was_given_back_goes_first() {
    OutgoingMessage returned = OutgoingMessages.text("returned").retry(Set.of(1));
    send(OutgoingMessages.text("younger"));
    try (LocalSession session = broker.session()) {
      ConnectorQueue.giveBack(session, CARRIER, returned);
      session.commit();
    }
    pump();
    await().atMost(SOON).until(() -> links.peer().received().size() == 2);
    assertThat(links.peer().received()).containsExactly("returned", "younger");
  }

  @Test
  void what_expires_at_the_head_of_a_queue_nobody_reads_is_told() {
    OutgoingMessage expired = OutgoingMessages.expiring("late", Instant.now().minusMillis(1));
    try (LocalSession session = broker.session()) {
      ConnectorQueue.giveBack(session, CARRIER, expired);
      session.commit();
    }
    watch();
    awaitNews(1);
    assertThat(news).containsExactly(new LedgerEntry.Expired(expired.id(), 1, expiredAt()));
  }

  @Test
  void a_message_refused_more_often_than_the_table_allows_is_given_up() {
    links.peer().refuses(0x58, 0x58, 0x58);
    pump(settings().with(StatusTable.STANDARD.with(0x58, StatusPolicy.throttle(2, Duration.ZERO))));
    OutgoingMessage refused = OutgoingMessages.text("refused");
    send(refused);
    send(OutgoingMessages.text("next"));
    await().atMost(SOON).until(() -> links.peer().received().equals(List.of("next")));
    awaitNews(4);
    assertThat(news)
        .filteredOn(LedgerEntry.GivenUp.class::isInstance)
        .singleElement()
        .satisfies(last -> assertThat(((LedgerEntry.GivenUp) last).attempts()).isEqualTo(3));
  }

  @Test
  void what_left_by_a_commit_whose_answer_was_lost_comes_back_and_is_sent_once() {
    send(OutgoingMessages.text("first"), OutgoingMessages.text("second"));
    broker.keepsSilentAboutCommits();
    pump();
    await().atMost(SOON).until(this::isSomethingInFlight);
    broker.answersCommits();
    awaitAllSentOnce("first", "second");
  }

  @Test
  void what_a_lost_commit_left_in_the_queue_is_sent_once() {
    send(OutgoingMessages.text("first"), OutgoingMessages.text("second"));
    broker.losesCommits();
    Worker pump = pump();
    await().atMost(SOON).until(() -> pump.failingSince().isPresent());
    broker.answersCommits();
    awaitAllSentOnce("first", "second");
  }

  private boolean isSomethingInFlight() {
    try (LocalSession session = broker.session()) {
      return !session.browse(Queues.inFlight(CARRIER), OutgoingCodec.INSTANCE).isEmpty();
    }
  }

  /** The last one tells that nothing of the others is still to come. */
  private void awaitAllSentOnce(String... texts) {
    await().atMost(SOON).until(() -> links.peer().received().size() >= texts.length);
    send(OutgoingMessages.text("last"));
    await().atMost(SOON).until(() -> links.peer().received().contains("last"));
    assertThat(links.peer().received()).startsWith(texts).hasSize(texts.length + 1);
    awaitNews(texts.length + 1);
    assertThat(outcomes(SubmitOutcome.Accepted.class)).hasSize(texts.length + 1);
    assertThat(broker.count(Queues.inFlight(CARRIER))).isZero();
  }

  @Test
  void what_was_taken_back_is_not_sent_and_what_waits_behind_it_is() {
    OutgoingMessage taken = OutgoingMessages.text("taken back");
    withdrawals.settle(Set.of(taken.id()), Integer.MAX_VALUE);
    send(taken, OutgoingMessages.text("behind"));
    pump();
    await().atMost(SOON).until(() -> links.peer().received().equals(List.of("behind")));
    awaitNews(1);
    assertThat(news).hasSize(1);
    assertThat(broker.count(Queues.connector(CARRIER))).isZero();
  }

  @Test
  void what_is_being_decided_waits_and_is_sent_when_it_is_released() {
    withdrawals.open(Map.of());
    OutgoingMessage claimed = OutgoingMessages.text("claimed");
    withdrawals.claim(Set.of(claimed.id()));
    send(claimed, OutgoingMessages.text("behind"));
    pump();
    await().atMost(SOON).until(() -> links.peer().received().equals(List.of("behind")));
    withdrawals.release(Set.of(claimed.id()));
    await().atMost(SOON).until(() -> links.peer().received().size() == 2);
    assertThat(links.peer().received()).containsExactly("behind", "claimed");
  }

  @Test
  void what_has_been_with_a_link_is_noted_until_the_ledger_has_written_it_down() {
    OutgoingMessage message = OutgoingMessages.text("hello");
    pump();
    send(message);
    await().atMost(SOON).until(() -> isNoted(message));
    try (LocalSession session = broker.session()) {
      List<String> notes =
          broker.drain(Queues.LEDGER, LedgerCodec.INSTANCE).stream()
              .filter(LedgerEntry.Noted.class::isInstance)
              .map(end -> ((LedgerEntry.Noted) end).note())
              .toList();
      DepartureNotes.remove(session, notes);
      session.commit();
      assertThat(DepartureNotes.among(session, Set.of(message.id()))).isEmpty();
    }
  }

  private boolean isNoted(OutgoingMessage message) {
    try (LocalSession session = broker.session()) {
      return !DepartureNotes.among(session, Set.of(message.id())).isEmpty();
    }
  }

  private void sendInEnvelopesOf(int size, List<String> texts) {
    List<OutgoingMessage> all = texts.stream().map(OutgoingMessages::text).toList();
    for (int from = 0; from < all.size(); from += size) {
      send(all.subList(from, Math.min(all.size(), from + size)).toArray(OutgoingMessage[]::new));
    }
  }

  /** Throttles without end and without pause. */
  private static SmppLinkSettings throttled(int window) {
    return settings()
        .with(new SmppFlow(window, 0))
        .with(StatusTable.STANDARD.with(0x58, StatusPolicy.throttle(10_000, Duration.ZERO)));
  }

  private Worker pump() {
    return pump(settings());
  }

  private Worker pump(SmppLinkSettings settings) {
    link.open(settings);
    broker.workers().start("outcomes", journal);
    return broker
        .workers()
        .start("pump", new ConnectorPump(settings, link, journal, withdrawals, CLOCK));
  }

  private void watch() {
    watch(Set.of(CARRIER));
  }

  private void watch(Set<ConnectorId> late) {
    broker.workers().start("expiry", Duration.ofMillis(20), new ExpiryWatch(now -> late, CLOCK));
  }

  private void send(OutgoingMessage... messages) {
    try (LocalSession session = broker.session()) {
      ConnectorQueue.send(session, CARRIER, List.of(messages), Duration.ZERO);
      session.commit();
    }
  }

  private InFlightChunk inFlight(OutgoingMessage message) {
    Set<Integer> parts = message.content().segmentCount() == 1 ? Set.of(1) : Set.of(1, 2);
    try (LocalSession session = broker.session()) {
      session.send(
          Queues.inFlight(CARRIER),
          OutgoingCodec.INSTANCE.encode(List.of(message)),
          Duration.ZERO,
          Map.of(OutcomeJournal.CHUNK_PROPERTY, "chunk-1"));
      session.commit();
    }
    return new InFlightChunk(
        CARRIER,
        "chunk-1",
        Sequels.of(settings()),
        new Returns(CLOCK),
        Map.of(message, parts),
        Map.of());
  }

  private void awaitNews(int count) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              news.addAll(told());
              return news.size() >= count;
            });
  }

  /** Without the ends of notes, which only the ledger understands. */
  private List<LedgerEntry> told() {
    return broker.drain(Queues.LEDGER, LedgerCodec.INSTANCE).stream()
        .filter(entry -> !(entry instanceof LedgerEntry.Noted))
        .toList();
  }

  private void awaitExpiry(OutgoingMessage message) {
    await()
        .atMost(SOON)
        .until(
            () ->
                broker.drain(Queues.LEDGER, LedgerCodec.INSTANCE).stream()
                    .filter(LedgerEntry.Expired.class::isInstance)
                    .anyMatch(
                        entry -> ((LedgerEntry.Expired) entry).message().equals(message.id())));
  }

  private List<OutgoingMessage> waiting() {
    try (LocalSession session = broker.session()) {
      return session.browse(Queues.connector(CARRIER), OutgoingCodec.INSTANCE).stream()
          .flatMap(List::stream)
          .toList();
    }
  }

  private Instant expiredAt() {
    return ((LedgerEntry.Expired) news.get(0)).at();
  }

  private List<MessageId> outcomes(Class<? extends SubmitOutcome> type) {
    news.addAll(told());
    return news.stream()
        .map(entry -> ((LedgerEntry.Submitted) entry).outcome())
        .filter(type::isInstance)
        .map(SubmitOutcome::message)
        .toList();
  }

  private static SmppLinkSettings settings() {
    return SmppLinkSettings.of(
            CARRIER, SmppPeer.of("127.0.0.1", 2775), SmppLogin.of("chasqui", "secret"))
        .with(new SmppFlow(10, 0));
  }
}
