package io.chasqui.domain.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values of an account. */
class EsmeWordsTest {
  private static final UserData DOLLAR_AND_AT = new UserData(new byte[] {0x24, 0x40}, false);

  @ParameterizedTest
  @CsvSource({"GSM7, ¤¡", "LATIN1, $@", "ASCII, $@"})
  void data_coding_0_is_read_as_the_account_means_it(GsmCoding coding, String text) {
    assertThat(coding.read(DataCodingScheme.DEFAULT, DOLLAR_AND_AT)).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource
  void a_data_coding_that_says_what_it_is_is_believed(GsmCoding coding) {
    assertThat(coding.read(DataCodingScheme.UCS2, DOLLAR_AND_AT)).isEqualTo("\u2440");
  }

  @ParameterizedTest
  @EnumSource
  void each_coding_has_a_word(GsmCoding coding) {
    assertThat(GsmCoding.of(coding.word())).isEqualTo(coding);
  }

  @ParameterizedTest
  @EnumSource
  void each_form_of_a_long_message_has_a_word(LongMo form) {
    assertThat(LongMo.of(form.word())).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789", "with spc", "pässwrd"})
  void a_password_must_fit_the_pdu(String text) {
    assertThatThrownBy(() -> EsmePassword.of(text))
        .hasMessageContaining("1-8 printable")
        .hasMessageNotContaining(text.isEmpty() ? "''" : text);
  }

  @Test
  void a_password_is_not_printed() {
    assertThat(EsmePassword.of("hunter2").toString()).doesNotContain("hunter2");
  }
}
