package io.chasqui.domain.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.LookAlikes;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.TextTooLongException;
import io.chasqui.domain.encoding.UnwritableTextException;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.Carriage;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.message.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What leaves for carriers that want their messages in other ways than the usual one. */
class WritingTest {
  private static final EncodingPolicy POLICY = EncodingPolicy.STANDARD;
  private static final int REFERENCE = 0xABCD;

  private final Instant now = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void eight_bit_references_unless_the_carrier_wants_others() {
    List<Segment> parts = segments(text("a".repeat(200)), Writing.STANDARD);
    assertThat(parts).extracting(WritingTest::hex).allMatch(hex -> hex.startsWith("050003CD02"));
    assertThat(parts).extracting(Segment::carriage).containsOnly(Carriage.SHORT_MESSAGE);
  }

  @Test
  void sixteen_bit_references_leave_a_septet_less() {
    List<Segment> parts = segments(text("a".repeat(200)), cut(Splitting.UDH16));
    assertThat(hex(parts.get(0))).isEqualTo("060804ABCD0201" + "61".repeat(152));
    assertThat(hex(parts.get(1))).isEqualTo("060804ABCD0202" + "61".repeat(48));
  }

  @Test
  void places_told_by_tlvs_leave_the_octets_without_a_header() {
    List<Segment> parts = segments(text("a".repeat(200)), cut(Splitting.SAR));
    assertThat(parts).extracting(Segment::udhi).containsExactly(false, false);
    assertThat(parts).extracting(Segment::carriage).containsExactly(sar(1), sar(2));
    assertThat(hex(parts.get(1))).isEqualTo("61".repeat(47));
  }

  @Test
  void a_payload_is_one_submit_and_counts_what_the_phone_gets() {
    OutgoingMessage message = text("a".repeat(400)).writtenFor(cut(Splitting.PAYLOAD));
    assertThat(message.shortMessages().onAir()).isEqualTo(3);
    assertThat(message.segments(now))
        .singleElement()
        .extracting(Segment::carriage, Segment::of, each -> each.userData().length)
        .containsExactly(Carriage.PAYLOAD, 1, 400);
    assertThat(segments(text("short"), cut(Splitting.PAYLOAD)))
        .extracting(Segment::carriage)
        .containsExactly(Carriage.SHORT_MESSAGE);
  }

  @Test
  void a_carrier_that_takes_ucs_2_alone_gets_nothing_else() {
    Writing ucs2 = with(POLICY.withAlphabets(Set.of(Alphabet.UCS2)));
    assertThat(hex(segments(text("Hi"), ucs2).get(0))).isEqualTo("00480069");
    ShortMessages submitted = septets(0x00, 0x1B, 0x65).written(ucs2, REFERENCE);
    assertThat(submitted.coding()).isEqualTo(DataCodingScheme.UCS2);
    assertThat(submitted.data().get(0).octets()).containsExactly(0, '@', 0x20, 0xAC);
  }

  @Test
  void what_a_carrier_cannot_be_told_is_refused_by_name() {
    OutgoingMessage message =
        text("Ж").writtenFor(with(POLICY.withAlphabets(Set.of(Alphabet.GSM7))));
    assertThatThrownBy(message::shortMessages)
        .isInstanceOf(UnwritableTextException.class)
        .hasMessage("text needs ucs2, which is not taken here");
  }

  @Test
  void national_tables_say_it_where_ucs_2_is_not_taken() {
    Writing turkish =
        with(
            POLICY
                .withAlphabets(Set.of(Alphabet.GSM7))
                .withLanguages(Set.of(NationalLanguage.TURKISH)));
    assertThat(hex(segments(text("ş"), turkish).get(0))).isEqualTo("032401011B73");
  }

  @Test
  void look_alikes_stand_in_where_they_are_allowed() {
    Writing plain = with(POLICY.withLookAlikes(LookAlikes.TYPOGRAPHY));
    assertThat(text("“hi”").writtenFor(plain).shortMessages().alphabet()).isEqualTo(Alphabet.GSM7);
    assertThat(hex(segments(text("“hi”"), plain).get(0))).isEqualTo("22686922");
  }

  @Test
  void what_an_esme_submits_is_packed_for_a_carrier_that_wants_septets_packed() {
    Writing packed = with(POLICY.withZero(SmscAlphabet.GSM7_PACKED));
    ShortMessages all =
        septets('h', 'e', 'l', 'l', 'o', 'h', 'e', 'l', 'l', 'o').written(packed, 0);
    assertThat(HexFormat.of().formatHex(all.data().get(0).octets()))
        .isEqualTo("e8329bfd4697d9ec37");
    byte[] part = HexFormat.of().parseHex("0500034d0201" + "68656c6c6f");
    UserData behindHeader =
        octets(DataCodingScheme.DEFAULT, new UserData(part, true), "hello")
            .written(packed, 0)
            .data()
            .get(0);
    assertThat(HexFormat.of().formatHex(behindHeader.octets()))
        .isEqualTo("0500034d0201" + "d06536fb0d");
    assertThat(
            ReceivedText.of(
                    DataCodingScheme.DEFAULT, SmscAlphabet.GSM7_PACKED, List.of(behindHeader))
                .text())
        .isEqualTo("hello");
  }

  @Test
  void octets_of_a_coding_with_a_name_are_not_touched() {
    UserData latin = new UserData("olá".getBytes(StandardCharsets.ISO_8859_1), false);
    Content content = octets(DataCodingScheme.LATIN1, latin, "olá");
    assertThat(content.written(with(POLICY.withZero(SmscAlphabet.GSM7_PACKED)), 0).data())
        .containsExactly(latin);
  }

  @Test
  void a_part_of_an_esme_is_said_in_latin_1_under_the_same_header() {
    Writing latin1 = with(POLICY.withZero(SmscAlphabet.LATIN1));
    ShortMessages known = part("5F00", "§@").written(latin1, 0);
    assertThat(known.coding()).isEqualTo(DataCodingScheme.DEFAULT);
    assertThat(HexFormat.of().formatHex(known.data().get(0).octets()))
        .isEqualTo("0500034d0201" + "a740");
    ShortMessages greek = part("10", "Δ").written(latin1, 0);
    assertThat(greek.coding()).isEqualTo(DataCodingScheme.UCS2);
    assertThat(HexFormat.of().formatHex(greek.data().get(0).octets()))
        .isEqualTo("0500034d0201" + "0394");
  }

  @Test
  void a_part_that_has_no_room_in_another_alphabet_is_refused() {
    Writing ucs2 = with(POLICY.withAlphabets(Set.of(Alphabet.UCS2)));
    Content part = part("61".repeat(100), "a".repeat(100));
    assertThatThrownBy(() -> part.written(ucs2, 0)).isInstanceOf(TextTooLongException.class);
  }

  @Test
  void port_numbers_are_repeated_in_each_part_of_a_long_payload() {
    byte[] octets = new byte[7 + 300];
    System.arraycopy(HexFormat.of().parseHex("06050415810000"), 0, octets, 0, 7);
    Content content = octets(DataCodingScheme.BINARY, new UserData(octets, true), "");
    List<UserData> parts = content.written(Writing.STANDARD, 7).data();
    assertThat(parts)
        .hasSize(3)
        .allSatisfy(
            part -> {
              assertThat(part.octets().length).isLessThanOrEqualTo(140);
              assertThat(HexFormat.of().formatHex(part.octets(), 0, 12))
                  .matches("0b00030703..050415810000");
            });
  }

  private static Carriage sar(int sequence) {
    return new Carriage.WithSar(new Concatenation(REFERENCE, 2, sequence));
  }

  private static Writing cut(Splitting splitting) {
    return Writing.STANDARD.with(splitting);
  }

  private static Writing with(EncodingPolicy policy) {
    return Writing.STANDARD.with(policy);
  }

  private static Content part(String payload, String text) {
    byte[] octets = HexFormat.of().parseHex("0500034d0201" + payload);
    return octets(DataCodingScheme.DEFAULT, new UserData(octets, true), text);
  }

  private static Content septets(int... values) {
    byte[] octets = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      octets[i] = (byte) values[i];
    }
    UserData data = new UserData(octets, false);
    String text = ReceivedText.decode(DataCodingScheme.DEFAULT, octets);
    return octets(DataCodingScheme.DEFAULT, data, text);
  }

  private static Content octets(DataCodingScheme coding, UserData data, String text) {
    return new Content.Octets(coding, data, text);
  }

  private List<Segment> segments(OutgoingMessage message, Writing writing) {
    return message.writtenFor(writing).segments(now);
  }

  private OutgoingMessage text(String text) {
    return new OutgoingMessage(
        new MessageId(1, REFERENCE),
        "client",
        Address.infer("MyShop"),
        Msisdn.of("+5511999990000"),
        text,
        Optional.empty(),
        now,
        now,
        now.plusSeconds(60),
        1,
        Set.of());
  }

  private static String hex(Segment segment) {
    return HexFormat.of().withUpperCase().formatHex(segment.userData());
  }
}
