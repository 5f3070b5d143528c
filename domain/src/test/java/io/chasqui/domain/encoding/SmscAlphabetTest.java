package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmscAlphabetTest {
  @ParameterizedTest
  @CsvSource({
    "GSM7, hé€, 68051B65",
    "GSM7_PACKED, hellohello, E8329BFD4697D9EC37",
    // seven septets leave seven bits: a carriage return
    "GSM7_PACKED, 1234567, 31D98C56B3DD1A",
    "GSM7_PACKED, 12345678, 31D98C56B3DD70",
    "LATIN1, Señor ü [1], 5365F16F7220FC205B315D",
    "ASCII, Hi {1}, 4869207B317D"
  })
  void writes_and_reads_data_coding_0_as_the_peer_means_it(
      SmscAlphabet zero, String text, String octets) {
    EncodedText encoded = EncodedText.of(text, EncodingPolicy.STANDARD.withZero(zero));
    assertThat(encoded.alphabet()).isEqualTo(Alphabet.GSM7);
    byte[] sent = encoded.segments(0).get(0).octets();
    assertThat(HexFormat.of().withUpperCase().formatHex(sent)).isEqualTo(octets);
    assertThat(read(zero, new UserData(sent, false))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"LATIN1, €", "LATIN1, Ω", "LATIN1, á", "ASCII, é", "ASCII, £"})
  void what_the_peer_cannot_turn_into_septets_goes_in_ucs2(SmscAlphabet zero, String text) {
    assertThat(EncodedText.of(text, EncodingPolicy.STANDARD.withZero(zero)).alphabet())
        .isEqualTo(Alphabet.UCS2);
  }

  @Test
  void a_latin1_peer_makes_septets_so_brackets_count_twice() {
    EncodedText text =
        EncodedText.of("[".repeat(81), EncodingPolicy.STANDARD.withZero(SmscAlphabet.LATIN1));
    assertThat(text.segmentCount()).isEqualTo(2);
    assertThat(text.segments(1).get(0).payload()).hasSize(76);
  }

  @Test
  void packed_septets_start_at_a_septet_boundary_behind_the_header() {
    EncodedText text =
        EncodedText.of("a".repeat(161), EncodingPolicy.STANDARD.withZero(SmscAlphabet.GSM7_PACKED));
    List<UserData> parts = text.segments(1);
    // 48 bits of header, one to fill, 153 septets: 140 octets
    assertThat(parts.get(0).octets()).hasSize(140).startsWith(5, 0, 3, 1, 2, 1, 0xC2);
    assertThat(parts.get(1).octets()).hasSize(6 + 8);
  }

  @Test
  void zeros_others_fill_up_with_are_no_text() {
    UserData data = new UserData(HexFormat.of().parseHex("31D98C56B3DD00"), false);
    assertThat(read(SmscAlphabet.GSM7_PACKED, data)).isEqualTo("1234567");
  }

  @Test
  void a_full_message_may_end_with_an_at_sign() {
    String text = "a".repeat(159) + "@";
    EncodedText encoded =
        EncodedText.of(text, EncodingPolicy.STANDARD.withZero(SmscAlphabet.GSM7_PACKED));
    assertThat(read(SmscAlphabet.GSM7_PACKED, encoded.segments(1).get(0))).isEqualTo(text);
  }

  @Test
  void other_codings_do_not_ask_what_zero_means() {
    UserData data = new UserData(new byte[] {0x4F, 0x6C, (byte) 0xE1}, false);
    assertThat(ReceivedText.of(DataCodingScheme.LATIN1, SmscAlphabet.GSM7_PACKED, List.of(data)))
        .isEqualTo(new ReceivedText("Olá", false));
  }

  private static String read(SmscAlphabet zero, UserData data) {
    return ReceivedText.of(DataCodingScheme.DEFAULT, zero, List.of(data)).text();
  }
}
