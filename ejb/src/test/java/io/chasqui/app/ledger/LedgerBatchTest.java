package io.chasqui.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.app.receipts.CarrierReading;
import io.chasqui.app.receipts.Sighting;
import io.chasqui.app.traffic.Counts;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.LookAlikes;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.domain.receipt.DialectLearner;
import io.chasqui.domain.receipt.IdDialect;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.domain.receipt.ReceiptState;
import io.chasqui.domain.receipt.StateRule;
import io.chasqui.domain.receipt.StateTable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerBatchTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String LONG_TEXT = "x".repeat(200);

  private final Clock clock = Clock.systemUTC();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  /** A connector and a number of its own for each test: they share the database. */
  private final ConnectorId carrier =
      ConnectorId.of("c" + MessageId.next(clock).toString().toLowerCase());

  private final Msisdn to = Msisdn.of("+55119" + (10_000_000 + NUMBERS.incrementAndGet()));

  private CarrierReading reading = CarrierReading.USUAL;

  @Test
  void the_longest_text_there_is_can_be_written_down() throws SQLException {
    OutgoingMessage message = message("é".repeat(255 * 153));
    write(routed(message));
    assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
  }

  @Test
  void a_carrier_that_writes_nonsense_stops_nobody() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), accepted(message, 1, "é".repeat(200)));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
    write(receipt("z".repeat(300)));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void a_routed_message_is_queued_with_its_story() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message));
    assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
    assertThat(story(message)).containsExactly("ACCEPTED", "QUEUED");
  }

  @Test
  void the_same_batch_twice_changes_nothing() throws SQLException {
    OutgoingMessage message = message("hello");
    LedgerEntry[] batch = {routed(message), accepted(message, 1, "a1" + to), receipt("a1" + to)};
    write(batch);
    List<String> once = story(message);
    write(batch);
    assertThat(story(message)).isEqualTo(once);
    assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
  }

  @Test
  void the_counts_move_with_the_messages_and_once() throws SQLException {
    OutgoingMessage delivered = message("hello");
    OutgoingMessage waiting = message("hello");
    LedgerEntry[] batch = {
      routed(delivered), routed(waiting), accepted(delivered, 1, "a1" + to), receipt("a1" + to)
    };
    write(batch);
    write(batch);
    assertThat(Counts.ofConnector(carrier.value()))
        .isEqualTo(Map.of(MessageStatus.DELIVERED, 1L, MessageStatus.QUEUED, 1L));
  }

  @Test
  void a_message_without_a_route_is_rejected_and_says_so() throws SQLException {
    OutgoingMessage message = message("hello");
    write(new LedgerEntry.Unroutable(message, "no route", now));
    assertThat(status(message)).isEqualTo(MessageStatus.REJECTED);
    assertThat(story(message)).containsExactly("ACCEPTED", "REJECTED");
  }

  @Test
  void a_message_refused_too_often_has_failed_and_says_why() throws SQLException {
    OutgoingMessage message = message("hello");
    LedgerEntry last =
        new LedgerEntry.GivenUp(carrier, message.id(), 1, 21, "ESME_RTHROTTLED (0x58)", now);
    write(routed(message), last);
    write(last);
    assertThat(status(message)).isEqualTo(MessageStatus.FAILED);
    assertThat(story(message)).containsExactly("ACCEPTED", "QUEUED", "FAILED");
  }

  @Test
  void a_receipt_settles_a_submitted_message() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), accepted(message, 1, "B8BE19" + to.value().substring(1)));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
    write(receipt("00b8be19" + to.value().substring(1)));
    assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
    assertThat(story(message)).containsExactly("ACCEPTED", "QUEUED", "SUBMITTED", "DELIVERED");
  }

  @Test
  void a_receipt_before_its_answer_waits_for_it() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message));
    write(receipt("early" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
    write(accepted(message, 1, "EARLY" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
    assertThat(story(message)).containsExactly("ACCEPTED", "QUEUED", "SUBMITTED", "DELIVERED");
  }

  @Test
  void a_receipt_in_decimal_finds_an_answer_in_hexadecimal() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), accepted(message, 1, "00B8BE19"));
    write(receipt(String.valueOf(0xB8BE19)));
    assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
  }

  @Test
  void of_two_messages_with_colliding_ids_the_number_decides() throws SQLException {
    OutgoingMessage other = message("hello", Msisdn.of("+4930" + to.value().substring(5)));
    OutgoingMessage message = message("hello");
    write(routed(message), accepted(message, 1, "16"), routed(other), accepted(other, 1, "10"));
    write(receipt("10")); // from `to`; hexadecimal for 16
    assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
    assertThat(status(other)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void a_receipt_that_overtakes_its_answer_is_not_an_older_messages_whose_id_reads_like_it()
      throws SQLException {
    OutgoingMessage older = message("hello");
    OutgoingMessage message = message("hello");
    write(routed(older), accepted(older, 1, "A"), receipt("A"), routed(message));
    write(receipt("10")); // hexadecimal for A
    write(accepted(message, 1, "10"));
    assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
    assertThat(story(older)).containsExactly("ACCEPTED", "QUEUED", "SUBMITTED", "DELIVERED");
  }

  @Test
  void news_of_a_message_not_yet_known_is_given_back() throws SQLException {
    LedgerEntry answer = accepted(message("hello"), 1, "x");
    assertThat(write(answer).early()).containsExactly(answer);
  }

  @Test
  void a_long_message_is_delivered_when_all_its_parts_are() throws SQLException {
    OutgoingMessage message = message(LONG_TEXT);
    write(routed(message), accepted(message, 1, "p1" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
    write(accepted(message, 2, "p2" + to), receipt("p1" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
    write(receipt("p2" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
  }

  @Test
  void one_refused_part_rejects_the_message_once_the_others_have_settled() throws SQLException {
    OutgoingMessage message = message(LONG_TEXT);
    write(routed(message), accepted(message, 1, "q1" + to), rejected(message, 2));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
    write(receipt("q1" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.REJECTED);
  }

  @Test
  void an_unknown_outcome_never_overrides_a_definite_one() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), accepted(message, 1, "d" + to));
    write(unknown(message));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void a_late_answer_settles_an_unknown_outcome() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), unknown(message));
    assertThat(status(message)).isEqualTo(MessageStatus.UNKNOWN);
    write(accepted(message, 1, "late" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void a_receipt_finds_the_one_message_to_its_number_whose_answer_never_came() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), unknown(message));
    write(receipt("never-heard-of" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
  }

  @Test
  void of_two_unanswered_messages_to_one_number_none_is_guessed() throws SQLException {
    OutgoingMessage one = message("hello");
    OutgoingMessage two = message("hello");
    write(routed(one), unknown(one), routed(two), unknown(two));
    write(receipt("ambiguous" + to));
    assertThat(List.of(status(one), status(two))).containsOnly(MessageStatus.UNKNOWN);
  }

  @Test
  void a_receipt_that_outran_its_answer_settles_no_older_message() throws SQLException {
    OutgoingMessage older = message("hello");
    OutgoingMessage newer = message("hello");
    write(routed(older), unknown(older), routed(newer));
    write(receipt("outran" + to));
    assertThat(status(older)).isEqualTo(MessageStatus.UNKNOWN);
    write(accepted(newer, 1, "outran" + to));
    assertThat(status(newer)).isEqualTo(MessageStatus.DELIVERED);
    assertThat(status(older)).isEqualTo(MessageStatus.UNKNOWN);
  }

  @Test
  void a_message_with_an_id_of_its_own_leaves_the_receipt_to_the_one_without() throws SQLException {
    OutgoingMessage lost = message("hello");
    OutgoingMessage named = message("hello");
    write(routed(lost), unknown(lost), routed(named), accepted(named, 1, "named" + to));
    write(receipt("another" + to));
    assertThat(status(lost)).isEqualTo(MessageStatus.DELIVERED);
    assertThat(status(named)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void a_parked_receipt_is_given_to_no_message_of_another_number() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), receipt("reused" + to, "+4917012345678", "Chasqui", now));
    write(accepted(message, 1, "reused" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
    assertThat(parked()).isEqualTo(1);
  }

  @Test
  void a_parked_receipt_is_given_to_no_message_of_another_sender() throws SQLException {
    OutgoingMessage message = message("hello", to, "+5511911112222");
    write(routed(message), receipt("r" + to, to.value(), "+5511933334444", now));
    write(accepted(message, 1, "r" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void a_parked_receipt_knows_its_message_though_the_carrier_cut_the_numbers() throws SQLException {
    OutgoingMessage message = message("hello", to, "+5511911112222");
    String national = "0" + to.value().substring(3);
    write(routed(message), receipt("cut" + to, national, "11911112222", now));
    write(accepted(message, 1, "cut" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
    assertThat(parked()).isZero();
  }

  @Test
  void a_receipt_parked_longer_than_receipts_wait_belongs_to_nothing() throws SQLException {
    OutgoingMessage message = message("hello");
    Instant old = now.minus(Duration.ofHours(73));
    write(routed(message), receipt("old" + to, to.value(), "Chasqui", old));
    write(accepted(message, 1, "old" + to));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void parked_receipts_are_removed_and_counted_when_their_time_is_over() throws SQLException {
    Instant old = now.minus(Duration.ofHours(73));
    write(receipt("o1" + to, to.value(), "Chasqui", old), receipt("o2", "1", "2", old));
    write(receipt("young" + to));
    Map<ConnectorId, Integer> removed =
        MigratedDatabase.inTransaction(
            connection -> new ParkedReceipts(connection, receiptsSince()).purge());
    assertThat(removed).containsEntry(carrier, 2);
    assertThat(parked()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ENROUTE, SUBMITTED",
    "DELIVERED, DELIVERED",
    "EXPIRED, EXPIRED",
    "DELETED, UNDELIVERED",
    "UNDELIVERABLE, UNDELIVERED",
    "ACCEPTED, SUBMITTED",
    "UNKNOWN, UNKNOWN",
    "REJECTED, REJECTED"
  })
  void each_kind_of_receipt_moves_its_message_once(ReceiptState state, MessageStatus end)
      throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), accepted(message, 1, "k" + to));
    LedgerEntry receipt = receipt("k" + to, to.value(), "Chasqui", now, state);
    write(receipt);
    assertThat(status(message)).isEqualTo(end);
    write(receipt);
    assertThat(status(message)).isEqualTo(end);
    assertThat(story(message).stream().filter(end.name()::equals)).hasSizeBetween(1, 3);
  }

  @Test
  void a_part_that_could_not_be_sent_in_time_expires() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), new LedgerEntry.Expired(message.id(), 1, now));
    assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
  }

  @Test
  void a_deferred_part_leaves_a_note_and_the_status_as_it_is() throws SQLException {
    OutgoingMessage message = message("hello");
    write(
        routed(message),
        new LedgerEntry.Submitted(
            carrier,
            new SubmitOutcome.Deferred(message.id(), 1, now, 0x58, "ESME_RTHROTTLED (0x58)")));
    assertThat(status(message)).isEqualTo(MessageStatus.QUEUED);
    assertThat(story(message)).containsExactly("ACCEPTED", "QUEUED", "QUEUED");
  }

  @Test
  void news_that_moves_nothing_leaves_its_note_once_however_often_it_comes() throws SQLException {
    OutgoingMessage message = message("hello");
    LedgerEntry throttled =
        new LedgerEntry.Submitted(
            carrier, new SubmitOutcome.Deferred(message.id(), 1, now, 0x58, "throttled"));
    LedgerEntry enRoute = receipt("n" + to, ReceiptState.ENROUTE, now);
    write(routed(message), throttled, throttled);
    write(throttled, accepted(message, 1, "n" + to), enRoute);
    List<String> once = story(message);
    assertThat(once).containsExactly("ACCEPTED", "QUEUED", "QUEUED", "SUBMITTED", "SUBMITTED");
    write(throttled, accepted(message, 1, "n" + to), enRoute);
    assertThat(story(message)).isEqualTo(once);
    write(receipt("n" + to, ReceiptState.ENROUTE, now.plusMillis(1)));
    assertThat(story(message)).as("another receipt is news").hasSize(once.size() + 1);
  }

  @Test
  void a_part_that_came_and_went_stays_where_it_is_when_the_batch_comes_again()
      throws SQLException {
    OutgoingMessage message = message(LONG_TEXT);
    LedgerEntry[] batch = {
      routed(message),
      accepted(message, 1, "u1" + to),
      accepted(message, 2, "u2" + to),
      receipt("u1" + to, ReceiptState.UNKNOWN, now),
      receipt("u2" + to, ReceiptState.UNKNOWN, now),
      receipt("u1" + to, ReceiptState.ENROUTE, now.plusMillis(1))
    };
    write(batch);
    List<String> once = story(message);
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
    write(batch);
    assertThat(story(message)).isEqualTo(once);
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void a_repeated_answer_does_not_undo_what_its_receipt_said() throws SQLException {
    OutgoingMessage message = message("hello");
    LedgerEntry answer = accepted(message, 1, "a" + to);
    write(routed(message), answer, receipt("a" + to, ReceiptState.UNKNOWN, now));
    write(answer);
    assertThat(status(message)).isEqualTo(MessageStatus.UNKNOWN);
  }

  @Test
  void a_receipt_that_comes_twice_before_its_answer_is_parked_once() throws SQLException {
    OutgoingMessage message = message("hello");
    LedgerEntry early = receipt("early" + to, ReceiptState.ENROUTE, now);
    write(routed(message), early);
    write(early, early);
    assertThat(parked()).isEqualTo(1);
    write(accepted(message, 1, "early" + to));
    assertThat(story(message)).containsExactly("ACCEPTED", "QUEUED", "SUBMITTED", "SUBMITTED");
  }

  @Test
  void a_receipt_that_says_otherwise_when_all_is_settled_is_kept_in_the_story_once()
      throws SQLException {
    OutgoingMessage message = message("hello");
    LedgerEntry first = receipt("o" + to, ReceiptState.UNDELIVERABLE, now);
    LedgerEntry other = receipt("o" + to, ReceiptState.DELIVERED, now.plusMillis(1));
    write(routed(message), accepted(message, 1, "o" + to), first, first, other);
    write(first, other);
    assertThat(status(message)).isEqualTo(MessageStatus.UNDELIVERED);
    assertThat(details(message))
        .last()
        .asString()
        .contains("reports DELIVRD")
        .endsWith("after it had been settled as undelivered");
    assertThat(details(message)).hasSize(5);
  }

  @Test
  void a_carriers_own_word_has_the_meaning_its_operator_gave_it() throws SQLException {
    OutgoingMessage message = message("hello");
    write(routed(message), accepted(message, 1, "own" + to));
    reading = reads(Optional.empty(), StateRule.of("FAILED", "27", ReceiptState.EXPIRED));
    write(saying("own" + to, "FAILED", "027"));
    assertThat(status(message)).isEqualTo(MessageStatus.EXPIRED);
  }

  @Test
  void where_the_dialect_is_set_another_spelling_wins_over_the_same_one() throws SQLException {
    OutgoingMessage meant = message("hello");
    OutgoingMessage other = message("hello");
    write(routed(meant), accepted(meant, 1, "A"), routed(other), accepted(other, 1, "10"));
    reading = reads(Optional.of(IdDialect.HEX_TO_DEC));
    write(receipt("10"));
    assertThat(status(meant)).isEqualTo(MessageStatus.DELIVERED);
    assertThat(status(other)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void what_receipts_tell_of_their_carrier_is_passed_on() throws SQLException {
    OutgoingMessage one = message("hello");
    OutgoingMessage two = message("hello");
    write(routed(one), accepted(one, 1, "A"), routed(two), accepted(two, 1, "10"));
    assertThat(write(saying("10", "DELIVRD", "000")).sightings())
        .containsExactlyInAnyOrder(
            new Sighting.Word(carrier, "DELIVRD", "000"),
            new Sighting.Match(carrier, "10", "10"),
            new Sighting.Doubt(carrier, "10", List.of("A", "10")));
  }

  @Test
  void a_receipt_of_no_message_tells_its_word_and_no_match() throws SQLException {
    assertThat(write(saying("nobody" + to, "ODD", "")).sightings())
        .containsExactly(new Sighting.Word(carrier, "ODD", ""));
  }

  private static CarrierReading reads(Optional<IdDialect> dialect, StateRule... rules) {
    return new CarrierReading(
        new ReceiptReading(dialect, new StateTable(List.of(rules))), DialectLearner.NEW);
  }

  private LedgerEntry saying(String id, String word, String error) {
    return new LedgerEntry.Receipt(
        new LinkEvent.Receipt(
            carrier,
            now,
            to.address(),
            Address.infer("Chasqui"),
            new DeliveryReceipt(id, ReceiptState.ofWord(word), word, error)));
  }

  @Test
  void what_is_cut_by_the_carrier_is_one_part_and_counts_as_the_phone_will_get_it()
      throws SQLException {
    Writing payload = Writing.STANDARD.with(Splitting.PAYLOAD);
    OutgoingMessage message = message("a".repeat(400)).writtenFor(payload);
    write(routed(message));
    assertThat(counts(message)).isEqualTo("3 segments, 1 part");
    assertThat(kept(message).writing()).isEqualTo(payload);
    write(accepted(message, 1, "P1"));
    assertThat(status(message)).isEqualTo(MessageStatus.SUBMITTED);
  }

  @Test
  void the_story_tells_what_has_become_of_the_estimate() throws SQLException {
    OutgoingMessage message =
        message("“Hi”")
            .writtenFor(
                Writing.STANDARD.with(
                    EncodingPolicy.STANDARD.withLookAlikes(LookAlikes.TYPOGRAPHY)));
    write(routed(message));
    assertThat(details(message))
        .endsWith("default route to " + carrier + "; goes in 1 gsm7, estimated were 1 ucs2");
    assertThat(kept(message).text()).isEqualTo("“Hi”");
  }

  private static OutgoingMessage kept(OutgoingMessage message) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection -> new OutgoingRows(connection).envelope(message.id()));
  }

  private static String counts(OutgoingMessage message) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "SELECT m.segments, COUNT(*) FROM message m JOIN segment s"
                        + " ON s.message_id = m.id WHERE m.id = ?",
                    List.of(message.id().bytes()),
                    row -> "%d segments, %d part".formatted(row.getInt(1), row.getInt(2)))
                .get(0));
  }

  private static List<String> details(OutgoingMessage message) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT detail FROM event WHERE message_id = ? ORDER BY id",
                List.of(message.id().bytes()),
                row -> row.getString(1)));
  }

  private LedgerResult write(LedgerEntry... batch) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            new LedgerBatch(connection, DirectorySnapshot.EMPTY, receiptsSince(), id -> reading)
                .write(List.of(batch)));
  }

  private Instant receiptsSince() {
    return now.minus(Duration.ofHours(72));
  }

  private OutgoingMessage message(String text) {
    return message(text, to);
  }

  private OutgoingMessage message(String text, Msisdn recipient) {
    return message(text, recipient, "Chasqui");
  }

  private OutgoingMessage message(String text, Msisdn recipient, String from) {
    return new OutgoingMessage(
        MessageId.next(clock),
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        Address.infer(from),
        recipient,
        text,
        Optional.empty(),
        now,
        now,
        now.plusSeconds(3600),
        1,
        Set.of());
  }

  private LedgerEntry routed(OutgoingMessage message) {
    return new LedgerEntry.Routed(message, carrier, now);
  }

  private LedgerEntry accepted(OutgoingMessage message, int part, String id) {
    return new LedgerEntry.Submitted(
        carrier, new SubmitOutcome.Accepted(message.id(), part, now, id));
  }

  private LedgerEntry rejected(OutgoingMessage message, int part) {
    return new LedgerEntry.Submitted(
        carrier, new SubmitOutcome.Rejected(message.id(), part, now, 0x0B, "ESME_RINVDSTADR"));
  }

  private LedgerEntry unknown(OutgoingMessage message) {
    return new LedgerEntry.Submitted(
        carrier, new SubmitOutcome.Unknown(message.id(), 1, now, "no answer in 10 s"));
  }

  private LedgerEntry receipt(String id) {
    return receipt(id, to.value(), "Chasqui", now);
  }

  private LedgerEntry receipt(String id, ReceiptState state, Instant at) {
    return receipt(id, to.value(), "Chasqui", at, state);
  }

  private LedgerEntry receipt(String id, String source, String destination, Instant at) {
    return receipt(id, source, destination, at, ReceiptState.DELIVERED);
  }

  private LedgerEntry receipt(
      String id, String source, String destination, Instant at, ReceiptState state) {
    return new LedgerEntry.Receipt(
        new LinkEvent.Receipt(
            carrier,
            at,
            Address.infer(source),
            Address.infer(destination),
            new DeliveryReceipt(id, state, state.word(), "000")));
  }

  private int parked() throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "SELECT COUNT(*) FROM parked_receipt WHERE connector_id = ?",
                    List.of(carrier.value()),
                    row -> row.getInt(1))
                .get(0));
  }

  private static MessageStatus status(OutgoingMessage message) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            MessageStatus.ofCode(
                Sql.query(
                        connection,
                        "SELECT status FROM message WHERE id = ?",
                        List.of(message.id().bytes()),
                        row -> row.getInt(1))
                    .get(0)));
  }

  private static List<String> story(OutgoingMessage message) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT status FROM event WHERE message_id = ? ORDER BY id",
                List.of(message.id().bytes()),
                row -> MessageStatus.ofCode(row.getInt(1)).name()));
  }
}
