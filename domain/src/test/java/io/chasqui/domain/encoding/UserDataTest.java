package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataTest {
  private static final String HI = "4869";

  @ParameterizedTest
  @CsvSource({
    "050003AB0201, 171, 2, 1",
    "0608041234FF03, 4660, 255, 3",
    // application ports before and after the concatenation
    "0B0504158A00000003070302, 7, 3, 2",
    "0B00030703020504158A0000, 7, 3, 2",
    // of two, the last counts
    "0A00030102010003090202, 9, 2, 2",
    // the last one is impossible, so the first counts
    "0A00030102010003090203, 1, 2, 1"
  })
  void finds_the_place_in_a_long_message(String header, int reference, int total, int sequence) {
    UserData data = data(header + HI, true);
    assertThat(data.concatenation()).contains(new Concatenation(reference, total, sequence));
    assertThat(text(data)).isEqualTo("Hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "060504158A0000",
        "00",
        // total 0, sequence 0, sequence above total
        "050003AB0001",
        "050003AB0200",
        "050003AB0203",
        // the element runs over the header's end
        "0300030102",
        // wrong length for its identifier
        "0400020102",
        // an identifier without a length
        "0100"
      })
  void a_header_without_a_valid_place_is_cut_off_all_the_same(String header) {
    UserData data = data(header + HI, true);
    assertThat(data.concatenation()).isEmpty();
    assertThat(text(data)).endsWith("Hi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4869", "FF4869", "05000301", ""})
  void a_header_longer_than_the_message_is_no_header(String octets) {
    UserData data = data(octets, true);
    assertThat(data.concatenation()).isEmpty();
    assertThat(data.payload()).isEqualTo(HexFormat.of().parseHex(octets));
  }

  @Test
  void without_the_flag_all_octets_are_payload() {
    UserData data = data("050003AB0201" + HI, false);
    assertThat(data.concatenation()).isEmpty();
    assertThat(data.payload()).hasSize(8);
  }

  @Test
  void a_header_may_be_all_there_is() {
    UserData data = data("050003AB0202", true);
    assertThat(data.concatenation()).contains(new Concatenation(0xAB, 2, 2));
    assertThat(data.payload()).isEmpty();
  }

  @Test
  void a_small_reference_in_sixteen_bits_is_another_one_than_in_eight() {
    assertThat(data("06080400070201" + HI, true).concatenation())
        .contains(new Concatenation(7, 2, 1, 16))
        .isNotEqualTo(data("050003070201" + HI, true).concatenation());
  }

  @Test
  void is_equal_by_its_octets_and_hides_them() {
    assertThat(data(HI, false)).isEqualTo(data(HI, false)).hasSameHashCodeAs(data(HI, false));
    assertThat(data(HI, false)).isNotEqualTo(data(HI, true)).isNotEqualTo(data("48", false));
    assertThat(data(HI, true)).hasToString("2 octets, header");
  }

  @ParameterizedTest
  @CsvSource({"-1, 1, 1", "65536, 1, 1", "1, 0, 1", "1, 256, 1", "1, 2, 0", "1, 2, 3"})
  void a_place_outside_its_message_cannot_be_made(int reference, int total, int sequence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Concatenation(reference, total, sequence))
        .withMessageContaining("part %d of %d, reference %d", sequence, total, reference);
  }

  private static UserData data(String hex, boolean udhi) {
    return new UserData(HexFormat.of().parseHex(hex), udhi);
  }

  private static String text(UserData data) {
    return new String(data.payload(), StandardCharsets.ISO_8859_1);
  }
}
