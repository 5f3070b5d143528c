package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedTextTest {
  private static final String OLA = "00 4F 00 6C 00 E1".replace(" ", "");

  @ParameterizedTest
  @CsvSource({
    "00, 1B650240, €$¡",
    "01, 4F6C61FF, Ola\uFFFD",
    "03, 4F6CE1, Olá",
    "06, BFE0D8, При",
    "07, E9, י",
    "08, 004F006C00E1, Olá",
    "08, D83DDE00, 😀",
    "08, 004F00, O",
    "08, D83D0041, \uFFFDA",
    "02, 00FF, 0x00ff",
    "04, 00FF, 0x00ff"
  })
  void reads_the_codings_smpp_names(String coding, String octets, String text) {
    assertThat(read(coding, octets)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    // JIS X 0208 in bare pairs (seven bits an octet), and as computers write it
    "05, 4B5C, 本",
    "05, 467C4B5C, 日本",
    "05, 93FA967B, 日本",
    "05, B1B2, ｱｲ",
    "05, 48692E, Hi.",
    "0A, 1B2442467C4B5C1B2842, 日本",
    "0D, 3021, 丂",
    "0D, 8FB0A1C6FC, 丂日",
    "0E, 47513139, 한국",
    "0E, C7D1B1B9, 한국",
    "0E, 4F4B21, OK!"
  })
  void reads_the_far_easts_codings_in_both_forms(String coding, String octets, String text) {
    assertThat(read(coding, octets)).isEqualTo(text);
    assertThat(of(coding, octets).binary()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10", "11", "13", "1C", "40", "50", "80", "B0", "C0", "C8", "D0", "DB", "F0", "F1", "F3",
        "F8"
      })
  void groups_of_the_default_alphabet(String coding) {
    assertThat(read(coding, "00")).isEqualTo("@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"18", "19", "1B", "48", "58", "E0", "E8", "EF"})
  void groups_of_ucs2(String coding) {
    assertThat(read(coding, OLA)).isEqualTo("Olá");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02", "04", "09", "0B", "0C", "0F", "14", "15", "20", "28", "3F", "44", "60", "F4", "F5",
        "F7"
      })
  void data_and_unknown_sets_are_shown_in_hexadecimal(String coding) {
    ReceivedText received = of(coding, "C0FFEE");
    assertThat(received.binary()).isTrue();
    assertThat(received.text()).isEqualTo("0xc0ffee");
  }

  @Test
  void text_is_not_flagged_as_binary() {
    assertThat(of("00", "41").binary()).isFalse();
    assertThat(of("F1", "41").binary()).isFalse();
  }

  @Test
  void parts_cut_within_an_escape_pair_are_healed() {
    ReceivedText text =
        ReceivedText.of(DataCodingScheme.DEFAULT, List.of(octets("411B"), octets("6542")));
    assertThat(text.text()).isEqualTo("A€B");
  }

  @Test
  void parts_cut_within_a_surrogate_pair_are_healed() {
    ReceivedText text =
        ReceivedText.of(DataCodingScheme.UCS2, List.of(octets("0041D83D"), octets("DE000042")));
    assertThat(text.text()).isEqualTo("A😀B");
  }

  @Test
  void an_odd_octet_at_a_parts_end_does_not_shift_the_next_part() {
    ReceivedText text =
        ReceivedText.of(DataCodingScheme.UCS2, List.of(octets("0041FF"), octets("0042")));
    assertThat(text.text()).isEqualTo("AB");
  }

  @Test
  void hides_what_it_says() {
    assertThat(of("00", "4142")).hasToString("2 characters");
  }

  private static String read(String coding, String octets) {
    return ReceivedText.decode(DataCodingScheme.of(Integer.parseInt(coding, 16)), octets(octets));
  }

  private static ReceivedText of(String coding, String octets) {
    return ReceivedText.of(DataCodingScheme.of(Integer.parseInt(coding, 16)), octets(octets));
  }

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
