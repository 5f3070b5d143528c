package io.chasqui.app.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SenderPattern;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.outgoing.Content;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.domain.routing.RoutingTable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTest {
  private static final Address SENDER = Address.of(5, 0, "MyShop");
  private static final Address RECIPIENT = Address.of(0, 1, "5511999990000");
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

  private final MessageId id = MessageId.next(Clock.systemUTC());
  private final MessageId toldAs = MessageId.next(Clock.systemUTC());
  private final Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private SmppAccountView account = Acme.view();
  private Address source = SENDER;
  private Address destination = RECIPIENT;
  private Optional<Instant> notBefore = Optional.empty();
  private Optional<Instant> validUntil = Optional.empty();
  private DataCodingScheme coding = DataCodingScheme.DEFAULT;
  private UserData content = new UserData(HELLO, false);

  @Test
  void a_submit_becomes_a_message_with_its_octets_and_its_origin() {
    OutgoingMessage message = accepted();
    assertThat(message.id()).isEqualTo(id);
    assertThat(message.clientId()).isEqualTo(Acme.CLIENT);
    assertThat(message.from()).isEqualTo(SENDER);
    assertThat(message.to().value()).isEqualTo("+5511999990000");
    assertThat(message.content())
        .isEqualTo(new Content.Octets(DataCodingScheme.DEFAULT, content, "hello"));
    assertThat(message.acceptedAt()).isEqualTo(now);
    assertThat(message.notBefore()).isEqualTo(now);
    assertThat(message.expiresAt()).isEqualTo(now.plus(Duration.ofDays(1)));
    assertThat(message.origin())
        .hasValueSatisfying(
            origin -> {
              assertThat(origin.account()).isEqualTo(Acme.ID);
              assertThat(origin.toldAs()).isEqualTo(toldAs);
              assertThat(origin.asked()).isEqualTo(RegisteredDelivery.FINAL);
              assertThat(origin.destination()).isEqualTo(RECIPIENT);
              assertThat(origin.options().serviceType()).isEqualTo("CMT");
              assertThat(origin.options().priority()).isEqualTo(2);
              assertThat(origin.options().protocolId()).isEqualTo(0x41);
            });
  }

  @Test
  void an_account_that_is_switched_off_or_gone_submits_nothing() {
    account = Acme.switchedOff();
    assertThat(refused()).isEqualTo(0x45);
    assertThat(status(Submission.of(submit(), DirectorySnapshot.EMPTY))).isEqualTo(0x45);
  }

  @Test
  void a_sender_that_is_not_the_accounts_is_refused() {
    account = Acme.view("127.0.0.0/8", GsmCoding.GSM7, List.of(SenderPattern.of("Shop*")));
    assertThat(refused()).isEqualTo(0x0A);
    source = Address.of(5, 0, "Shop 2");
    assertThat(accepted().from()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({"0, 12345", "3, 12345", "6, 1234", "2, 11999990000", "0, 011999990000"})
  void short_codes_and_national_numbers_leave_as_the_esme_wrote_them(int ton, String value) {
    destination = Address.of(ton, 1, value);
    assertThat(accepted().segments(now).get(0).destination()).isEqualTo(destination);
  }

  @ParameterizedTest
  @CsvSource({"5, MyShop", "0, 12", "1, 12345", "0, +12345", "2, 11x99"})
  void a_destination_that_is_no_number_is_refused(int ton, String value) {
    destination = Address.of(ton, 1, value);
    assertThat(refused()).isEqualTo(0x0B);
  }

  @Test
  void without_any_route_the_esme_is_told_at_once() {
    DirectorySnapshot unrouted = Acme.snapshot(account);
    assertThat(status(Submission.of(submit(), unrouted))).isEqualTo(0x0B);
  }

  @Test
  void schedule_and_validity_are_kept_within_bounds() {
    notBefore = Optional.of(now.plusSeconds(600));
    validUntil = Optional.of(now.plusSeconds(900));
    assertThat(accepted().notBefore()).isEqualTo(now.plusSeconds(600));
    assertThat(accepted().expiresAt()).isEqualTo(now.plusSeconds(900));
    validUntil = Optional.of(now.plusSeconds(600));
    assertThat(refused()).isEqualTo(0x62);
    validUntil = Optional.of(now.plus(Duration.ofDays(400)));
    assertThat(accepted().expiresAt())
        .isEqualTo(now.plusSeconds(600).plus(Submission.LONGEST_VALIDITY));
    notBefore = Optional.of(now.plus(Duration.ofDays(31)));
    assertThat(refused()).isEqualTo(0x61);
    notBefore = Optional.of(now.minusSeconds(5));
    assertThat(accepted().notBefore()).isEqualTo(now);
  }

  @Test
  void data_coding_0_that_means_latin_1_is_said_in_what_it_means_to_carriers() {
    account = Acme.view("127.0.0.0/8", GsmCoding.LATIN1, List.of());
    content = new UserData("é@".getBytes(StandardCharsets.ISO_8859_1), false);
    assertThat(accepted().content()).isEqualTo(new Content.Text("é@"));
    assertThat(accepted().segments(now).get(0).userData()).containsExactly(0x05, 0x00);
  }

  @Test
  void other_codings_are_read_for_people_and_sent_as_they_came() {
    coding = DataCodingScheme.UCS2;
    content = new UserData("😀 olá".getBytes(StandardCharsets.UTF_16BE), false);
    assertThat(accepted().text()).isEqualTo("😀 olá");
    assertThat(accepted().segments(now).get(0).userData()).isEqualTo(content.octets());
  }

  @Test
  void a_long_payload_leaves_in_parts() {
    content = new UserData("a".repeat(400).getBytes(StandardCharsets.US_ASCII), false);
    assertThat(accepted().segments(now)).hasSize(3);
  }

  @Test
  void what_cannot_be_cut_or_is_beyond_255_parts_is_refused() {
    content = new UserData(new byte[60_000], false);
    assertThat(refused()).isEqualTo(0x01);
    byte[] withHeader = new byte[200];
    withHeader[0] = 5;
    withHeader[2] = 3;
    content = new UserData(withHeader, true);
    assertThat(refused()).isEqualTo(0x01);
  }

  private OutgoingMessage accepted() {
    return ((Submission.Valid) Submission.of(submit(), routed())).message();
  }

  private int refused() {
    return status(Submission.of(submit(), routed()));
  }

  private static int status(Submission submission) {
    return ((Submission.Wrong) submission).reply().commandStatus();
  }

  private DirectorySnapshot routed() {
    ConnectorId carrier = ConnectorId.of("carrier");
    DirectorySnapshot empty = DirectorySnapshot.EMPTY;
    return new DirectorySnapshot(
        empty.clients(),
        empty.numbers(),
        empty.services(),
        new RoutingTable(List.of(carrier)),
        Map.of(
            carrier,
            new ConnectorView(
                carrier,
                ConnectorKind.MODEM,
                true,
                OnUnknown.KEEP,
                ModemLinkSettings.of(carrier, SerialWire.at("/dev/null"), SimSettings.STANDARD),
                ReceiptReading.STANDARD)),
        empty.unusable(),
        Map.of(),
        Map.of(),
        Map.of(account.systemId(), account));
  }

  private EsmeSubmit submit() {
    return new EsmeSubmit(
        Acme.ID,
        id,
        toldAs,
        now,
        source,
        destination,
        "CMT",
        2,
        0x41,
        notBefore,
        validUntil,
        RegisteredDelivery.FINAL,
        false,
        coding,
        content);
  }
}
