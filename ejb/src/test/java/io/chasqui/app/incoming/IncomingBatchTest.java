package io.chasqui.app.incoming;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.app.outbox.Waiters;
import io.chasqui.app.persistence.FirstVersion;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.classification.Classifier;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.esme.AccountTerms;
import io.chasqui.domain.esme.EsmeAccount.ReceiptPdu;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.LongMo;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.Numbering;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.SmppVersion;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.domain.routing.RoutingTable;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomingBatchTest {
  private static final String OWNER = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  private static final String OURS = "+5511999990001";
  private static final String LONG = "Ação ✓ 😀 ".repeat(20);

  private final Clock clock = Clock.systemUTC();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final ConnectorId carrier =
      ConnectorId.of("c" + MessageId.next(clock).toString().toLowerCase());

  private final Set<SystemId> receiving = new HashSet<>();
  private List<SmppAccountView> accounts = List.of();
  private SmscAlphabet zero = SmscAlphabet.GSM7;

  private record Row(String text, MessageStatus status, String client, int segments) {}

  @Test
  void a_message_to_a_clients_number_is_received_for_that_client() throws SQLException {
    write(segments("hello", "+5511999990001", 1));
    assertThat(rows()).containsExactly(new Row("hello", MessageStatus.RECEIVED, OWNER, 1));
  }

  @Test
  void a_message_to_nobodys_number_is_kept_without_a_client() throws SQLException {
    write(segments("hello", "+5511999990002", 1));
    assertThat(rows()).containsExactly(new Row("hello", MessageStatus.UNROUTED, null, 1));
  }

  @Test
  void parts_are_joined_in_whatever_order_they_come() throws SQLException {
    List<LinkEvent.Incoming> parts = new ArrayList<>(segments(LONG, "+5511999990001", 7));
    Collections.reverse(parts);
    for (LinkEvent.Incoming part : parts) {
      assertThat(rows()).isEmpty();
      write(List.of(part));
    }
    assertThat(rows()).containsExactly(new Row(LONG, MessageStatus.RECEIVED, OWNER, parts.size()));
  }

  @Test
  void a_batch_told_twice_makes_one_message() throws SQLException {
    List<LinkEvent.Incoming> whole = segments("once", "+5511999990001", 1);
    write(whole);
    write(whole);
    assertThat(rows()).hasSize(1);
  }

  @Test
  void a_part_told_twice_before_the_others_come_counts_once() throws SQLException {
    List<LinkEvent.Incoming> parts = segments(LONG, "+5511999990001", 7);
    write(List.of(parts.get(0), parts.get(0)));
    write(parts.subList(1, parts.size()));
    assertThat(rows()).extracting(Row::text).containsExactly(LONG);
  }

  @Test
  void two_long_messages_with_one_reference_from_two_senders_are_kept_apart() throws SQLException {
    List<LinkEvent.Incoming> one = segments("a".repeat(200), "+5511999990001", 7);
    List<LinkEvent.Incoming> two =
        from("+5511988880009", segments("b".repeat(200), "+5511999990001", 7));
    write(List.of(one.get(0), two.get(0), two.get(1), one.get(1)));
    assertThat(rows())
        .extracting(Row::text)
        .containsExactlyInAnyOrder("a".repeat(200), "b".repeat(200));
  }

  @Test
  void a_part_told_again_after_its_message_was_given_out_makes_no_other() throws SQLException {
    List<LinkEvent.Incoming> parts = segments(LONG, "+5511999990001", 7);
    write(parts);
    write(parts.subList(parts.size() - 1, parts.size()));
    write(parts);
    assertThat(rows()).hasSize(1);
    assertThat(waiting()).isZero();
  }

  @Test
  void a_part_the_carrier_repeats_is_dropped_and_the_story_tells() throws SQLException {
    List<LinkEvent.Incoming> parts = segments(LONG, "+5511999990001", 7);
    write(List.of(parts.get(0), again(parts.get(0))));
    write(parts.subList(1, parts.size()));
    write(List.of(again(parts.get(1))));
    assertThat(rows()).hasSize(1);
    assertThat(waiting()).isZero();
    assertThat(story(parts.get(0).id()))
        .contains(
            "part 1 of 3 came again and was dropped", "part 2 of 3 came again and was dropped");
  }

  @Test
  void a_reference_used_again_begins_another_message() throws SQLException {
    List<LinkEvent.Incoming> lost = segments("a".repeat(200), "+5511999990001", 7);
    List<LinkEvent.Incoming> next =
        at(now.plusSeconds(600), segments("b".repeat(200), "+5511999990001", 7));
    write(lost.subList(0, 1));
    write(next);
    assertThat(rows()).extracting(Row::text).containsExactly("b".repeat(200));
    giveOut(lost.get(0).id());
    assertThat(rows())
        .extracting(Row::text)
        .containsExactlyInAnyOrder("b".repeat(200), "a".repeat(153) + "[…]");
  }

  @Test
  void a_part_that_comes_after_an_hour_belongs_to_another_message() throws SQLException {
    List<LinkEvent.Incoming> parts = segments("a".repeat(200), "+5511999990001", 7);
    write(parts.subList(0, 1));
    write(at(now.plus(Duration.ofMinutes(61)), parts.subList(1, 2)));
    assertThat(rows()).isEmpty();
    assertThat(waiting()).isEqualTo(2);
  }

  @Test
  void a_part_that_comes_within_the_hour_completes_its_message() throws SQLException {
    List<LinkEvent.Incoming> parts = segments("a".repeat(200), "+5511999990001", 7);
    write(parts.subList(0, 1));
    write(at(now.plus(Duration.ofMinutes(59)), parts.subList(1, 2)));
    assertThat(rows()).extracting(Row::text).containsExactly("a".repeat(200));
  }

  @Test
  void the_same_text_under_the_same_reference_is_a_message_again_later() throws SQLException {
    write(segments("a".repeat(200), "+5511999990001", 7));
    write(at(now.plus(Duration.ofMinutes(11)), segments("a".repeat(200), "+5511999990001", 7)));
    assertThat(rows()).hasSize(2);
  }

  @Test
  void parts_of_different_totals_are_of_different_messages() throws SQLException {
    List<LinkEvent.Incoming> three = segments("a".repeat(400), "+5511999990001", 7);
    List<LinkEvent.Incoming> two = segments("b".repeat(200), "+5511999990001", 7);
    write(List.of(three.get(0), two.get(1), three.get(2), two.get(0), three.get(1)));
    assertThat(rows())
        .extracting(Row::text)
        .containsExactlyInAnyOrder("a".repeat(400), "b".repeat(200));
  }

  @Test
  void references_of_eight_and_sixteen_bits_are_of_different_messages() throws SQLException {
    List<LinkEvent.Incoming> eight = segments("a".repeat(200), "+5511999990001", 7);
    List<LinkEvent.Incoming> sixteen =
        inSixteenBits(segments("b".repeat(200), "+5511999990001", 7));
    write(List.of(eight.get(0), sixteen.get(1), eight.get(1), sixteen.get(0)));
    assertThat(rows())
        .extracting(Row::text)
        .containsExactlyInAnyOrder("a".repeat(200), "b".repeat(200));
  }

  @Test
  void what_has_come_of_a_message_is_given_out_once_when_the_rest_never_does() throws SQLException {
    List<LinkEvent.Incoming> parts = segments("a".repeat(153 * 2) + "b", "+5511999990001", 9);
    write(List.of(parts.get(0), parts.get(2)));
    giveOut(parts.get(0).id());
    giveOut(parts.get(0).id());
    assertThat(rows()).extracting(Row::text).containsExactly("a".repeat(153) + "[…]b");
    assertThat(story(parts.get(0).id()))
        .singleElement(as(STRING))
        .contains("in 2 of 3 parts, the others did not come");
  }

  @Test
  void parts_that_waited_before_the_upgrade_are_joined_after_it() throws SQLException {
    List<LinkEvent.Incoming> parts =
        by(
            FirstVersion.CONNECTOR,
            segments("a".repeat(200), "+5511999990001", FirstVersion.REFERENCE));
    write(at(FirstVersion.RECEIVED_AT, parts.subList(1, 2)));
    assertThat(rows(FirstVersion.CONNECTOR))
        .extracting(Row::text)
        .containsExactly(FirstVersion.FIRST_PART + "a".repeat(47));
  }

  private Waiting write(List<LinkEvent.Incoming> batch) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection -> new IncomingBatch(connection, directory(), receiving::contains).write(batch));
  }

  @Test
  void a_message_waits_for_its_clients_first_account_that_is_there() throws SQLException {
    accounts = List.of(account("first", 0, LongMo.UDH), account("second", 1, LongMo.UDH));
    assertThat(write(segments("hello", OURS, 1)).esmes()).containsExactly(id("first"));
    receiving.add(id("second"));
    LinkEvent.Incoming segment = segments("hello", OURS, 2).get(0);
    assertThat(write(List.of(segment)).esmes()).containsExactly(id("second"));
    assertThat(write(List.of(segment)).esmes()).isEmpty();
    EsmeDelivery given = waitingFor("second").get(0);
    assertThat(given.content()).isEqualTo(new UserData(segment.userData(), false));
    assertThat(given.coding()).isEqualTo(segment.coding());
    assertThat(given.source()).isEqualTo(segment.source());
    assertThat(given.destination()).isEqualTo(segment.destination());
    assertThat(given.receipt()).isEmpty();
  }

  @Test
  void a_long_message_is_given_in_parts_or_whole_as_the_account_likes() throws SQLException {
    String text = "a".repeat(200) + "€";
    accounts = List.of(account("parts", 0, LongMo.UDH));
    write(segments(text, OURS, 3));
    List<EsmeDelivery> parts = waitingFor("parts");
    assertThat(parts).hasSize(2).allSatisfy(part -> assertThat(part.content().udhi()).isTrue());
    assertThat(ReceivedText.of(DataCodingScheme.DEFAULT, payloads(parts)).text()).isEqualTo(text);
    accounts = List.of(account("whole", 0, LongMo.PAYLOAD));
    write(segments(text, OURS, 4));
    List<EsmeDelivery> whole = waitingFor("whole");
    assertThat(whole).hasSize(1);
    assertThat(whole.get(0).content().udhi()).isFalse();
    assertThat(ReceivedText.of(DataCodingScheme.DEFAULT, payloads(whole)).text()).isEqualTo(text);
  }

  @Test
  void an_account_that_means_latin_1_by_0_is_told_so() throws SQLException {
    accounts = List.of(account("latin", 0, LongMo.UDH, GsmCoding.LATIN1));
    write(segments("olà @ 1", OURS, 5));
    write(segments("Δ @ 2", OURS, 6));
    List<EsmeDelivery> given = waitingFor("latin");
    assertThat(given).extracting(each -> each.coding().value()).containsExactly(3, 8);
    assertThat(
            given.stream()
                .map(each -> ReceivedText.decode(each.coding(), each.content().payload())))
        .containsExactly("olà @ 1", "Δ @ 2");
  }

  @Test
  void the_national_tables_of_a_long_message_reach_an_esme_in_parts_and_whole()
      throws SQLException {
    EncodingPolicy turkish =
        EncodingPolicy.STANDARD.withLanguages(Set.of(NationalLanguage.TURKISH));
    String text = "İyi akşamlar, ".repeat(15);
    EncodedText encoded = EncodedText.of(text, turkish);
    accounts = List.of(account("parts", 0, LongMo.UDH));
    write(segments(encoded, OURS, 3));
    List<UserData> parts = waitingFor("parts").stream().map(EsmeDelivery::content).toList();
    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(read(parts)).isEqualTo(text);
    accounts = List.of(account("whole", 0, LongMo.PAYLOAD));
    write(segments(encoded, OURS, 4));
    List<UserData> whole = waitingFor("whole").stream().map(EsmeDelivery::content).toList();
    assertThat(whole).hasSize(1).allMatch(UserData::udhi);
    assertThat(read(whole)).isEqualTo(text);
    assertThat(rows()).extracting(Row::text).containsOnly(text);
  }

  @Test
  void an_account_that_means_latin_1_by_0_is_told_what_national_tables_say() throws SQLException {
    accounts = List.of(account("latin", 0, LongMo.UDH, GsmCoding.LATIN1));
    EncodingPolicy portuguese =
        EncodingPolicy.STANDARD.withLanguages(Set.of(NationalLanguage.PORTUGUESE));
    String text = "ações e orações ".repeat(10);
    write(segments(EncodedText.of(text, portuguese), OURS, 5));
    List<EsmeDelivery> given = waitingFor("latin");
    assertThat(given).extracting(each -> each.coding().value()).containsOnly(3);
    assertThat(ReceivedText.of(DataCodingScheme.LATIN1, payloads(given)).text()).isEqualTo(text);
  }

  @Test
  void the_parts_of_a_long_message_reach_an_esme_with_the_addresses_as_they_came()
      throws SQLException {
    Address handset = Address.of(2, 8, "011988880001");
    Address number = Address.of(0, 1, OURS.substring(1));
    accounts = List.of(account("parts", 0, LongMo.UDH));
    for (LinkEvent.Incoming part : segments("a".repeat(200), OURS, 3)) {
      write(List.of(between(handset, number, part)));
    }
    assertThat(waitingFor("parts"))
        .hasSize(2)
        .allSatisfy(
            part -> {
              assertThat(part.source()).isEqualTo(handset);
              assertThat(part.destination()).isEqualTo(number);
            });
  }

  @ParameterizedTest
  @CsvSource({"3, 0, 12345", "0, 1, 777", "6, 0, 1234", "2, 1, 011988880001"})
  void a_short_code_or_a_national_number_may_be_the_sender(int ton, int npi, String value)
      throws SQLException {
    Address sender = Address.of(ton, npi, value);
    accounts = List.of(account("esme", 0, LongMo.UDH));
    LinkEvent.Incoming sent = segments("vote 1", OURS, 1).get(0);
    write(
        List.of(
            new LinkEvent.Incoming(
                carrier,
                now,
                sent.id(),
                sender,
                sent.destination(),
                sent.coding(),
                sent.userData(),
                false)));
    assertThat(rows()).extracting(Row::client).containsExactly(OWNER);
    assertThat(waitingFor("esme")).extracting(EsmeDelivery::source).containsExactly(sender);
  }

  @Test
  void digits_of_a_national_number_are_nobodys_full_number() throws SQLException {
    LinkEvent.Incoming sent = segments("secret", OURS, 1).get(0);
    Address national = Address.of(Address.NATIONAL, 1, OURS.substring(1));
    write(
        List.of(
            new LinkEvent.Incoming(
                carrier,
                now,
                sent.id(),
                sent.source(),
                national,
                sent.coding(),
                sent.userData(),
                false)));
    assertThat(rows()).containsExactly(new Row("secret", MessageStatus.UNROUTED, null, 1));
  }

  @ParameterizedTest
  @CsvSource({"GSM7_PACKED, 0", "LATIN1, 3", "ASCII, 1"})
  void data_coding_0_is_read_as_the_connector_means_it(SmscAlphabet meant, int told)
      throws SQLException {
    zero = meant;
    accounts = List.of(account("esme", 0, LongMo.UDH));
    String text = "[plain @ text] ".repeat(14);
    write(segments(EncodedText.of(text, EncodingPolicy.STANDARD.withZero(meant)), OURS, 6));
    assertThat(rows()).extracting(Row::text).containsExactly(text);
    List<EsmeDelivery> given = waitingFor("esme");
    assertThat(given).hasSize(2).allMatch(each -> each.coding().value() == told);
    assertThat(ReceivedText.of(DataCodingScheme.of(told), payloads(given)).text()).isEqualTo(text);
  }

  private static String read(List<UserData> parts) {
    return ReceivedText.of(DataCodingScheme.DEFAULT, SmscAlphabet.GSM7, parts).text();
  }

  private static LinkEvent.Incoming between(Address from, Address to, LinkEvent.Incoming part) {
    return new LinkEvent.Incoming(
        part.connector(), part.at(), part.id(), from, to, part.coding(), part.userData(), true);
  }

  private List<EsmeDelivery> waitingFor(String account) throws SQLException {
    return Waiters.of(id(account));
  }

  private static List<byte[]> payloads(List<EsmeDelivery> deliveries) {
    return deliveries.stream().map(each -> each.content().payload()).toList();
  }

  private SystemId id(String name) {
    return SystemId.of(name + carrier.value().substring(19));
  }

  private SmppAccountView account(String name, int mo, LongMo longMo) {
    return account(name, mo, longMo, GsmCoding.GSM7);
  }

  private SmppAccountView account(String name, int mo, LongMo longMo, GsmCoding coding) {
    AccountTerms terms =
        new AccountTerms(
            AccountTerms.ANYWHERE,
            1,
            10,
            0,
            OptionalInt.of(mo),
            ReceiptPdu.DELIVER_SM,
            coding,
            longMo,
            List.of(),
            true);
    return new SmppAccountView(id(name), OWNER, "hash", terms, true);
  }

  private void giveOut(MessageId incomplete) throws SQLException {
    MigratedDatabase.inTransaction(
        connection ->
            new IncomingBatch(connection, directory(), receiving::contains).giveOut(incomplete));
  }

  private DirectorySnapshot directory() {
    return new DirectorySnapshot(
        Map.of(),
        Map.of("+5511999990001", OWNER),
        new Classifier(List.of()),
        RoutingTable.EMPTY,
        Map.of(carrier, connector()),
        Map.of(),
        Map.of(),
        Map.of(),
        accounts.stream().collect(Collectors.toMap(SmppAccountView::systemId, each -> each)));
  }

  private ConnectorView connector() {
    SmppLinkSettings settings =
        SmppLinkSettings.of(
                carrier,
                new SmppPeer("127.0.0.1", 2775, Optional.empty()),
                new SmppLogin("esme", "", "", SmppVersion.V3_4, Numbering.UNKNOWN, ""))
            .with(
                SubmitSettings.STANDARD.with(
                    Writing.STANDARD.with(EncodingPolicy.STANDARD.withZero(zero))));
    return new ConnectorView(
        carrier, ConnectorKind.SMPP, true, OnUnknown.KEEP, settings, ReceiptReading.STANDARD);
  }

  private List<LinkEvent.Incoming> segments(String text, String to, int reference) {
    return segments(EncodedText.of(text), to, reference);
  }

  private List<LinkEvent.Incoming> segments(EncodedText encoded, String to, int reference) {
    return encoded.segments(reference).stream()
        .map(data -> segment(encoded, data, "+5511988880001", to))
        .toList();
  }

  private LinkEvent.Incoming segment(EncodedText encoded, UserData data, String from, String to) {
    return new LinkEvent.Incoming(
        carrier,
        now,
        MessageId.next(clock),
        Address.infer(from),
        Msisdn.of(to).address(),
        encoded.coding(),
        data.octets(),
        data.udhi());
  }

  private static List<LinkEvent.Incoming> from(String sender, List<LinkEvent.Incoming> segments) {
    Address source = Address.infer(sender);
    return segments.stream()
        .map(each -> copy(each, each.connector(), each.at(), each.id(), source, each.userData()))
        .toList();
  }

  private static List<LinkEvent.Incoming> at(Instant at, List<LinkEvent.Incoming> segments) {
    return segments.stream()
        .map(each -> copy(each, each.connector(), at, each.id(), each.source(), each.userData()))
        .toList();
  }

  private static List<LinkEvent.Incoming> by(
      ConnectorId connector, List<LinkEvent.Incoming> segments) {
    return segments.stream()
        .map(each -> copy(each, connector, each.at(), each.id(), each.source(), each.userData()))
        .toList();
  }

  private static List<LinkEvent.Incoming> inSixteenBits(List<LinkEvent.Incoming> segments) {
    return segments.stream()
        .map(
            each ->
                copy(
                    each,
                    each.connector(),
                    each.at(),
                    each.id(),
                    each.source(),
                    inSixteenBits(each.userData())))
        .toList();
  }

  /** 05 00 03 ref total sequence becomes 06 08 04 00 ref total sequence. */
  private static byte[] inSixteenBits(byte[] octets) {
    return ByteBuffer.allocate(octets.length + 1)
        .put(new byte[] {6, 8, 4, 0})
        .put(octets, 3, octets.length - 3)
        .array();
  }

  /** As the SMSC repeats it: a new event. */
  private LinkEvent.Incoming again(LinkEvent.Incoming segment) {
    return copy(
        segment,
        segment.connector(),
        segment.at().plusSeconds(30),
        MessageId.next(clock),
        segment.source(),
        segment.userData());
  }

  private static LinkEvent.Incoming copy(
      LinkEvent.Incoming segment,
      ConnectorId connector,
      Instant at,
      MessageId id,
      Address source,
      byte[] userData) {
    return new LinkEvent.Incoming(
        connector,
        at,
        id,
        source,
        segment.destination(),
        segment.coding(),
        userData,
        segment.udhi());
  }

  private List<Row> rows() throws SQLException {
    return rows(carrier);
  }

  private static List<Row> rows(ConnectorId connector) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT body, status, client_id, segments FROM message WHERE connector_id = ?",
                List.of(connector.value()),
                row ->
                    new Row(
                        row.getString(1),
                        MessageStatus.ofCode(row.getInt(2)),
                        row.getString(3),
                        row.getInt(4))));
  }

  private int waiting() throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                    connection,
                    "SELECT COUNT(*) FROM incoming_set WHERE connector_id = ? AND state = 0",
                    List.of(carrier.value()),
                    row -> row.getInt(1))
                .get(0));
  }

  private static List<String> story(MessageId message) throws SQLException {
    return MigratedDatabase.inTransaction(
        connection ->
            Sql.query(
                connection,
                "SELECT detail FROM event WHERE message_id = ? ORDER BY id",
                List.of(message.bytes()),
                row -> row.getString(1)));
  }
}
