package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SplittingTest {
  private static final String FAMILY = "👨‍👩‍👧‍👦";

  @Test
  void ten_parts_as_captured() {
    String text =
        IntStream.range(0, 153 * 10)
            .collect(StringBuilder::new, (s, i) -> s.append(i % 10), StringBuilder::append)
            .toString();
    List<MessagePart> parts = EncodedText.of(text).parts(Splitting.UDH, 0xC7);
    assertThat(parts).hasSize(10);
    IntStream.range(0, 10)
        .forEach(
            i ->
                assertThat(hex(parts.get(i)))
                    .isEqualTo(
                        "050003C70A%02X".formatted(i + 1)
                            + hex(text.substring(153 * i, 153 * i + 153))));
  }

  @Test
  void sixteen_bit_references_take_one_octet_more() {
    List<MessagePart> parts = EncodedText.of("a".repeat(305)).parts(Splitting.UDH16, 0x1F00C7);
    assertThat(parts).hasSize(3);
    assertThat(hex(parts.get(0))).isEqualTo("06080400C70301" + hex("a".repeat(152)));
    assertThat(hex(parts.get(2))).isEqualTo("06080400C70303" + hex("a"));
    assertThat(EncodedText.of("я".repeat(133)).parts(Splitting.UDH16, 1).get(0).data().payload())
        .hasSize(132);
  }

  @Test
  void tlvs_say_the_place_beside_parts_without_a_header() {
    List<MessagePart> parts = EncodedText.of("a".repeat(161)).parts(Splitting.SAR, 0xABCD);
    assertThat(parts)
        .containsExactly(
            new MessagePart(
                new UserData(ascii("a".repeat(153)), false),
                Optional.of(new Concatenation(0xABCD, 2, 1))),
            new MessagePart(
                new UserData(ascii("a".repeat(8)), false),
                Optional.of(new Concatenation(0xABCD, 2, 2))));
    assertThat(parts.get(1).sar()).contains(new Concatenation(0xABCD, 2, 2));
  }

  @Test
  void a_place_in_the_header_is_not_repeated_in_tlvs() {
    MessagePart part = EncodedText.of("a".repeat(161)).parts(Splitting.UDH, 1).get(0);
    assertThat(part.place()).contains(new Concatenation(1, 2, 1));
    assertThat(part.sar()).isEmpty();
  }

  @Test
  void message_payload_goes_whole_and_is_counted_as_the_air_will() {
    EncodedText text = EncodedText.of("a".repeat(1000));
    assertThat(text.segmentCount()).isEqualTo(7);
    assertThat(text.parts(Splitting.PAYLOAD, 1))
        .containsExactly(
            new MessagePart(new UserData(ascii("a".repeat(1000)), false), Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(Splitting.class)
  void what_fits_is_not_split(Splitting splitting) {
    assertThat(EncodedText.of("a".repeat(160)).parts(splitting, 1))
        .containsExactly(
            new MessagePart(new UserData(ascii("a".repeat(160)), false), Optional.empty()));
  }

  @Test
  void national_parts_have_one_header_for_both() {
    EncodedText text =
        EncodedText.of(
            "ş".repeat(200),
            EncodingPolicy.STANDARD.withLanguages(Set.of(NationalLanguage.TURKISH)));
    List<MessagePart> parts = text.parts(Splitting.SAR, 0x1234);
    assertThat(hex(parts.get(0))).startsWith("080003340201" + "250101" + "1D1D");
    assertThat(parts.get(0).sar()).isEmpty();
  }

  @Test
  void the_euro_sign_at_the_boundary_as_captured() {
    List<MessagePart> parts =
        EncodedText.of("a".repeat(152) + "€" + "b".repeat(10)).parts(Splitting.UDH, 1);
    assertThat(hex(parts.get(0))).isEqualTo("050003010201" + "61".repeat(152));
    assertThat(hex(parts.get(1))).isEqualTo("050003010202" + "1B65" + "62".repeat(10));
  }

  @Test
  void an_emoji_at_the_boundary_as_captured() {
    List<MessagePart> parts =
        EncodedText.of("я".repeat(66) + "😀" + "я".repeat(10)).parts(Splitting.UDH, 1);
    assertThat(hex(parts.get(0))).isEqualTo("050003010201" + "044F".repeat(66));
    assertThat(hex(parts.get(1))).isEqualTo("050003010202" + "D83DDE00" + "044F".repeat(10));
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "66, 66", "67, 67"})
  void a_joined_emoji_moves_to_the_next_part_where_that_is_free(int before, int firstPart) {
    EncodedText text = EncodedText.of("я".repeat(before) + FAMILY + "я".repeat(10));
    assertThat(text.segmentCount()).isEqualTo(2);
    assertThat(text.segments(1).get(0).payload()).hasSize(2 * firstPart);
  }

  @Test
  void a_letter_keeps_its_accent() {
    EncodedText text = EncodedText.of("я".repeat(66) + "e\u0301" + "я".repeat(10));
    assertThat(text.segments(1).get(0).payload()).hasSize(2 * 66);
  }

  @Test
  void a_joined_emoji_is_cut_where_its_move_would_cost_a_segment() {
    // 134 code units are two parts exactly; the family spans the boundary
    EncodedText text = EncodedText.of("я".repeat(59) + FAMILY + "я".repeat(64));
    assertThat(text.segmentCount()).isEqualTo(2);
    assertThat(text.segments(1).get(0).payload()).hasSize(2 * 67);
  }

  @Test
  void a_visible_character_longer_than_a_part_is_cut() {
    EncodedText text = EncodedText.of("e" + "\u0301".repeat(200));
    assertThat(text.segmentCount()).isEqualTo(3);
  }

  @Test
  void binary_is_cut_by_octets() {
    byte[] octets = new byte[300];
    octets[133] = 0x1B;
    List<MessagePart> parts =
        EncodedOctets.of(DataCodingScheme.BINARY, octets).parts(Splitting.UDH, 1);
    assertThat(parts).hasSize(3);
    assertThat(parts.get(0).data().octets()).hasSize(140);
    assertThat(EncodedOctets.of(DataCodingScheme.BINARY, new byte[140]).segmentCount()).isOne();
  }

  @Test
  void octets_of_a_known_coding_are_cut_by_its_units() {
    byte[] septets = Gsm7.DEFAULT.encode("a".repeat(152) + "€" + "b".repeat(10));
    EncodedOctets gsm = EncodedOctets.of(DataCodingScheme.of(0xF1), septets);
    assertThat(gsm.parts(Splitting.SAR, 1).get(0).data().octets()).hasSize(152);
    byte[] units = Utf16.encode("я".repeat(66) + "😀" + "я");
    EncodedOctets ucs2 = EncodedOctets.of(DataCodingScheme.of(0x19), units);
    assertThat(ucs2.units()).isEqualTo(69);
    assertThat(ucs2.segmentCount()).isOne();
  }

  @Test
  void a_longer_header_may_be_the_one_part_too_many() {
    EncodedText text = EncodedText.of("a".repeat(153 * 255));
    assertThat(text.segmentCount()).isEqualTo(255);
    assertThatExceptionOfType(TextTooLongException.class)
        .isThrownBy(() -> text.parts(Splitting.UDH16, 1))
        .withMessage("text takes 257 segments, 255 are allowed");
    assertThatExceptionOfType(TextTooLongException.class)
        .isThrownBy(() -> EncodedOctets.of(DataCodingScheme.BINARY, new byte[134 * 256]));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String hex(MessagePart part) {
    return HexFormat.of().withUpperCase().formatHex(part.data().octets());
  }

  private static String hex(String ascii) {
    return HexFormat.of().withUpperCase().formatHex(ascii(ascii));
  }
}
