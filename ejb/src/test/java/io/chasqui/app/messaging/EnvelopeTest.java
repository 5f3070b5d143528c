package io.chasqui.app.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Destination;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.LookAlikes;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.encoding.Writing;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private static final ConnectorId CARRIER = ConnectorId.of("carrier-a");
  private final MessageId id = MessageId.next(Clock.systemUTC());

  @Test
  void messages_come_out_as_they_went_in() {
    List<OutgoingMessage> batch =
        List.of(message("hello", Set.of()), message("olá 😀", Set.of(2, 255)));
    assertThat(OutgoingCodec.INSTANCE.decode(OutgoingCodec.INSTANCE.encode(batch)))
        .isEqualTo(batch);
  }

  @Test
  void all_news_comes_out_as_it_went_in() {
    List<LedgerEntry> batch =
        List.of(
            new LedgerEntry.Routed(message("hello", Set.of()), CARRIER, NOW),
            new LedgerEntry.Unroutable(message("hello", Set.of()), "no route", NOW),
            submitted(new SubmitOutcome.Accepted(id, 1, NOW, "00B8BE19")),
            submitted(new SubmitOutcome.Deferred(id, 2, NOW, 0x58, "ESME_RTHROTTLED")),
            submitted(new SubmitOutcome.Rejected(id, 3, NOW, 0x0B, "ESME_RINVDSTADR")),
            submitted(new SubmitOutcome.Unknown(id, 255, NOW, "no answer")),
            new LedgerEntry.Expired(id, 1, NOW),
            new LedgerEntry.GivenUp(CARRIER, id, 255, 21, "ESME_RTHROTTLED", NOW),
            new LedgerEntry.Noted("note-1", NOW),
            new LedgerEntry.Receipt(receipt()));
    assertThat(LedgerCodec.INSTANCE.decode(LedgerCodec.INSTANCE.encode(batch))).isEqualTo(batch);
  }

  @Test
  void incoming_segments_come_out_as_they_went_in() {
    byte[] userData = {5, 0, 3, 7, 2, 1, (byte) 0xE9, 0};
    LinkEvent.Incoming segment =
        new LinkEvent.Incoming(
            CARRIER,
            NOW,
            id,
            Address.infer("+5511988887777"),
            Address.infer("29000"),
            DataCodingScheme.of(0xF5),
            userData,
            true);
    List<LinkEvent.Incoming> read =
        IncomingCodec.INSTANCE.decode(IncomingCodec.INSTANCE.encode(List.of(segment)));
    assertThat(read).usingRecursiveFieldByFieldElementComparator().containsExactly(segment);
  }

  @Test
  void another_version_is_refused_rather_than_misread() {
    byte[] octets = OutgoingCodec.INSTANCE.encode(List.of(message("hello", Set.of())));
    octets[1] = 9;
    assertThatExceptionOfType(UnreadableEnvelopeException.class)
        .isThrownBy(() -> OutgoingCodec.INSTANCE.decode(octets))
        .withMessageContaining("version 9");
  }

  @Test
  void a_kind_is_not_taken_for_another() {
    byte[] octets = OutgoingCodec.INSTANCE.encode(List.of());
    assertThatExceptionOfType(UnreadableEnvelopeException.class)
        .isThrownBy(() -> LedgerCodec.INSTANCE.decode(octets));
  }

  @Test
  void every_truncation_is_refused() {
    byte[] octets = OutgoingCodec.INSTANCE.encode(List.of(message("hello", Set.of(1))));
    for (int length = 0; length < octets.length; length++) {
      byte[] cut = Arrays.copyOf(octets, length);
      assertThatExceptionOfType(UnreadableEnvelopeException.class)
          .as("%d octets", length)
          .isThrownBy(() -> OutgoingCodec.INSTANCE.decode(cut));
    }
  }

  @Test
  void a_message_of_an_esme_keeps_its_octets_and_its_origin() {
    OutgoingMessage text = message("hello", Set.of());
    OutgoingMessage octets =
        new OutgoingMessage(
            id,
            text.clientId(),
            text.from(),
            text.to(),
            new Content.Octets(
                DataCodingScheme.of(0xF5), new UserData(new byte[] {2, 0, 0, -1}, true), "0xff"),
            Optional.empty(),
            NOW,
            NOW,
            NOW,
            1,
            Set.of(),
            Optional.of(
                new EsmeOrigin(
                    SystemId.of("acme"),
                    id,
                    new RegisteredDelivery(0x11),
                    Address.of(1, 1, "5511999990000"),
                    new SubmitOptions("CMT", 3, 255),
                    7)));
    assertThat(OutgoingCodec.INSTANCE.decode(OutgoingCodec.INSTANCE.encode(List.of(octets, text))))
        .containsExactly(octets, text);
  }

  @ParameterizedTest
  @MethodSource("writings")
  void a_message_keeps_the_way_it_is_written(Writing writing) {
    OutgoingMessage message = message("hello", Set.of()).writtenFor(writing);
    assertThat(OutgoingCodec.INSTANCE.decode(OutgoingCodec.INSTANCE.encode(List.of(message))))
        .containsExactly(message);
    LedgerEntry news = new LedgerEntry.Routed(message, CARRIER, NOW);
    assertThat(LedgerCodec.INSTANCE.decode(LedgerCodec.INSTANCE.encode(List.of(news))))
        .containsExactly(news);
  }

  static List<Writing> writings() {
    EncodingPolicy most =
        new EncodingPolicy(
            SmscAlphabet.GSM7_PACKED,
            Set.of(Alphabet.GSM7),
            Set.of(NationalLanguage.values()),
            LookAlikes.TYPOGRAPHY_AND_ACCENTS);
    return List.of(
        Writing.STANDARD,
        Writing.STANDARD.with(Splitting.SAR),
        new Writing(most, Splitting.PAYLOAD));
  }

  @ParameterizedTest
  @CsvSource({"1, 5511999990000", "0, 12345", "2, 11999990000"})
  void a_message_keeps_whom_it_is_for(int ton, String value) {
    Destination to = Destination.of(Address.of(ton, 1, value));
    OutgoingMessage text = message("hello", Set.of());
    OutgoingMessage message =
        new OutgoingMessage(
            id,
            text.clientId(),
            text.from(),
            to,
            text.content(),
            Optional.empty(),
            NOW,
            NOW,
            NOW,
            1,
            Set.of(),
            Optional.empty());
    assertThat(OutgoingCodec.INSTANCE.decode(OutgoingCodec.INSTANCE.encode(List.of(message))))
        .containsExactly(message);
  }

  @Test
  void an_envelope_of_the_second_version_is_still_read() {
    OutgoingMessage message = message("hello", Set.of(1));
    EnvelopeOutput second = new EnvelopeOutput();
    second.octet('O');
    second.octet(2);
    second.number(1);
    second.id(message.id());
    second.text(message.clientId());
    second.address(message.from());
    second.text(message.to().value());
    second.octet(1);
    second.text(message.text());
    second.optionalText(message.clientReference());
    second.instant(message.acceptedAt());
    second.instant(message.notBefore());
    second.instant(message.expiresAt());
    second.number(message.attempt());
    second.octet(1);
    second.octet(1);
    second.octet(0);
    assertThat(OutgoingCodec.INSTANCE.decode(second.toBytes())).containsExactly(message);
  }

  @Test
  void an_envelope_of_the_first_version_is_still_read() {
    OutgoingMessage message = message("hello", Set.of(1));
    EnvelopeOutput first = new EnvelopeOutput();
    first.octet('O');
    first.octet(1);
    first.number(1);
    first.id(message.id());
    first.text(message.clientId());
    first.address(message.from());
    first.text(message.to().value());
    first.text(message.text());
    first.optionalText(message.clientReference());
    first.instant(message.acceptedAt());
    first.instant(message.notBefore());
    first.instant(message.expiresAt());
    first.number(message.attempt());
    first.octet(1);
    first.octet(1);
    assertThat(OutgoingCodec.INSTANCE.decode(first.toBytes())).containsExactly(message);
  }

  private OutgoingMessage message(String text, Set<Integer> parts) {
    return new OutgoingMessage(
        id,
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        Address.infer("Chasqui"),
        Msisdn.of("+5511999990000"),
        text,
        Optional.of("ref"),
        NOW,
        NOW,
        NOW.plusSeconds(60),
        2,
        parts);
  }

  private static LedgerEntry submitted(SubmitOutcome outcome) {
    return new LedgerEntry.Submitted(CARRIER, outcome);
  }

  private static LinkEvent.Receipt receipt() {
    return new LinkEvent.Receipt(
        CARRIER,
        NOW,
        Address.infer("+5511999990000"),
        Address.infer("Chasqui"),
        new DeliveryReceipt("abc", ReceiptState.UNKNOWN, "ACKED", "017"));
  }
}
