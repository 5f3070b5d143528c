package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTextTest {
  private static final String EMOJI = "😀";

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 1",
    "160, 1",
    "161, 2",
    "306, 2",
    "307, 3",
    "459, 3",
    "460, 4",
    "39015, 255"
  })
  void counts_septets_by_160_then_153(int length, int segments) {
    assertThat(EncodedText.of("a".repeat(length)).segmentCount()).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3", "201, 3", "202, 4", "17085, 255"})
  void counts_code_units_by_70_then_67(int length, int segments) {
    assertThat(EncodedText.of("я".repeat(length)).segmentCount()).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"80, 1", "81, 2", "152, 2", "153, 3"})
  void an_extension_character_takes_two_septets_and_is_not_cut(int length, int segments) {
    // 76 pairs to a part: the 153rd septet stays free.
    assertThat(EncodedText.of("€".repeat(length)).segmentCount()).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"35, 1", "36, 2", "66, 2", "67, 3"})
  void an_emoji_takes_two_code_units_and_is_not_cut(int length, int segments) {
    // 33 pairs to a part: the 67th unit stays free.
    assertThat(EncodedText.of(EMOJI.repeat(length)).segmentCount()).isEqualTo(segments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "à todos", "@£$¥ {[~]} € Ω\n", "é ñ ü Ç"})
  void what_gsm_can_say_goes_in_gsm(String text) {
    EncodedText encoded = EncodedText.of(text);
    assertThat(encoded.alphabet()).isEqualTo(Alphabet.GSM7);
    assertThat(encoded.coding()).isEqualTo(DataCodingScheme.DEFAULT);
    assertThat(encoded.unencodableInGsm7()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"á", "ç", "`", "“", "\t", "привет", EMOJI, "\u001b"})
  void what_gsm_cannot_say_goes_in_ucs2(String text) {
    EncodedText encoded = EncodedText.of(text);
    assertThat(encoded.alphabet()).isEqualTo(Alphabet.UCS2);
    assertThat(encoded.coding()).isEqualTo(DataCodingScheme.UCS2);
  }

  @Test
  void ucs2_may_be_asked_for() {
    EncodedText encoded = EncodedText.ofUcs2("Hi");
    assertThat(encoded.coding()).isEqualTo(DataCodingScheme.UCS2);
    assertThat(encoded.segments(1))
        .containsExactly(new UserData(new byte[] {0, 'H', 0, 'i'}, false));
    assertThatExceptionOfType(TextTooLongException.class)
        .isThrownBy(() -> EncodedText.ofUcs2("a".repeat(67 * 255 + 1)));
  }

  @Test
  void names_the_characters_that_forced_ucs2_once_each() {
    assertThat(EncodedText.of("Olá “você” " + EMOJI + EMOJI + " é").unencodableInGsm7())
        .containsExactly("á", "“", "ê", "”", EMOJI);
  }

  @Test
  void a_short_text_is_one_part_without_a_header() {
    assertThat(EncodedText.of("Hi €").segments(7))
        .containsExactly(new UserData(new byte[] {'H', 'i', ' ', 0x1B, 0x65}, false));
    assertThat(EncodedText.of("я").segments(7))
        .containsExactly(new UserData(new byte[] {0x04, 0x4F}, false));
  }

  @Test
  void an_empty_text_is_one_empty_part() {
    assertThat(EncodedText.of("").segments(0)).containsExactly(new UserData(new byte[0], false));
  }

  @Test
  void the_parts_of_a_long_text_carry_the_eight_bit_header() {
    List<UserData> parts = EncodedText.of("a".repeat(161)).segments(0xAB);
    assertThat(parts).allMatch(UserData::udhi);
    assertThat(parts.get(0).octets())
        .hasSize(6 + 153)
        .startsWith(0x05, 0x00, 0x03, 0xAB, 0x02, 0x01);
    assertThat(parts.get(1).octets()).hasSize(6 + 8).startsWith(0x05, 0x00, 0x03, 0xAB, 0x02, 0x02);
  }

  @Test
  void the_low_octet_of_the_reference_is_carried() {
    assertThat(EncodedText.of("a".repeat(161)).segments(0x1FF).get(0).concatenation())
        .contains(new Concatenation(0xFF, 2, 1));
  }

  @Test
  void an_escape_pair_at_the_edge_moves_to_the_next_part() {
    List<UserData> parts = EncodedText.of("a".repeat(152) + "€" + "b".repeat(10)).segments(1);
    assertThat(parts.get(0).payload()).hasSize(152).endsWith('a');
    assertThat(parts.get(1).payload()).hasSize(12).startsWith(0x1B, 0x65);
  }

  @Test
  void an_escape_pair_just_before_the_edge_stays() {
    List<UserData> parts = EncodedText.of("a".repeat(151) + "€" + "b".repeat(10)).segments(1);
    assertThat(parts.get(0).payload()).hasSize(153).endsWith(0x1B, 0x65);
  }

  @Test
  void an_emoji_at_the_edge_moves_to_the_next_part() {
    List<UserData> parts = EncodedText.of("я".repeat(66) + EMOJI + "я".repeat(10)).segments(1);
    assertThat(parts.get(0).payload()).hasSize(132).endsWith(0x04, 0x4F);
    assertThat(parts.get(1).payload()).hasSize(24).startsWith(0xD8, 0x3D, 0xDE, 0x00);
  }

  @Test
  void an_emoji_just_before_the_edge_stays() {
    List<UserData> parts = EncodedText.of("я".repeat(65) + EMOJI + "я".repeat(10)).segments(1);
    assertThat(parts.get(0).payload()).hasSize(134).endsWith(0xD8, 0x3D, 0xDE, 0x00);
  }

  @ParameterizedTest
  @CsvSource({"39016, 256", "100000, 654"})
  void a_text_beyond_255_parts_is_refused_with_the_numbers(int length, int needed) {
    assertThatExceptionOfType(TextTooLongException.class)
        .isThrownBy(() -> EncodedText.of("a".repeat(length)))
        .withMessage("text takes %d segments, 255 are allowed", needed)
        .satisfies(
            e -> {
              assertThat(e.segmentsNeeded()).isEqualTo(needed);
              assertThat(e.segmentsAllowed()).isEqualTo(255);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\uD83Db", "a\uDE00b", "a\uDE00\uD83D"})
  void a_lone_surrogate_is_sent_as_a_replacement(String text) {
    String sent =
        ReceivedText.decode(
            DataCodingScheme.UCS2, EncodedText.of(text).segments(0).get(0).octets());
    assertThat(sent).isEqualTo(text.replaceAll("\\p{Cs}", "\uFFFD"));
  }

  @Test
  void tells_how_it_is_sent_and_not_what_it_says() {
    assertThat(EncodedText.of("secret").toString()).isEqualTo("gsm7 x1");
  }

  @ParameterizedTest
  @CsvSource({"GSM7, gsm7, 0", "UCS2, ucs2, 8"})
  void alphabets_have_their_names_and_codings(Alphabet alphabet, String name, int coding) {
    assertThat(alphabet.apiName()).isEqualTo(name);
    assertThat(alphabet.coding()).isEqualTo(DataCodingScheme.of(coding));
  }
}
