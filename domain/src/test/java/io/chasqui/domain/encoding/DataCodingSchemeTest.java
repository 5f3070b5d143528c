package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataCodingSchemeTest {
  @ParameterizedTest
  @CsvSource({"0x10, 0", "0x11, 1", "0x18, 0", "0x52, 2", "0xF0, 0", "0xF7, 3"})
  void names_the_message_class(String coding, int messageClass) {
    assertThat(coding(coding).messageClass()).isEqualTo(OptionalInt.of(messageClass));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x00", "0x03", "0x08", "0x40", "0x48", "0xC0", "0xE8"})
  void or_has_none(String coding) {
    assertThat(coding(coding).messageClass()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0xC8, VOICEMAIL, true",
    "0xC0, VOICEMAIL, false",
    "0xD9, FAX, true",
    "0xEA, EMAIL, true",
    "0xE3, OTHER, false"
  })
  void says_what_waits(String coding, MessageWaiting.Kind kind, boolean active) {
    assertThat(coding(coding).messageWaiting()).contains(new MessageWaiting(kind, active));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x00", "0x08", "0x18", "0xB8", "0xF0"})
  void or_that_it_is_no_such_message(String coding) {
    assertThat(coding(coding).messageWaiting()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0x20, true",
    "0x3F, true",
    "0x60, true",
    "0x10, false",
    "0x0A, false",
    "0xE0, false"
  })
  void knows_compressed_text(String coding, boolean compressed) {
    assertThat(coding(coding).isCompressed()).isEqualTo(compressed);
  }

  private static DataCodingScheme coding(String value) {
    return DataCodingScheme.of(Integer.decode(value));
  }
}
