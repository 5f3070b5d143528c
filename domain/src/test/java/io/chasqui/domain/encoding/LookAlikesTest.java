package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "TYPOGRAPHY | “It’s” – ok… | \"It's\" - ok...",
        "TYPOGRAPHY | «a»\u00A0b\u2009c | \"a\" b c",
        "TYPOGRAPHY | zero\u200Bwidth\uFEFF | zerowidth",
        "TYPOGRAPHY | cafe\u0301 – ok | café - ok",
        "TYPOGRAPHY_AND_ACCENTS | “Olá, você não” | \"Ola, voce nao\"",
        "TYPOGRAPHY_AND_ACCENTS | São João é à ñ Ç | Sao Joao é à ñ Ç",
        "TYPOGRAPHY_AND_ACCENTS | Łódź, œuvre, kırmızı | Lodz, oeuvre, kirmizi"
      })
  void a_text_stays_in_gsm(LookAlikes policy, String written, String sent) {
    EncodedText text = EncodedText.of(written, EncodingPolicy.STANDARD.withLookAlikes(policy));
    assertThat(text.text()).isEqualTo(sent);
    assertThat(text.alphabet()).isEqualTo(Alphabet.GSM7);
  }

  @ParameterizedTest
  @CsvSource({
    "KEPT, “a”",
    "TYPOGRAPHY, “á”",
    "TYPOGRAPHY_AND_ACCENTS, “á” 😀",
    "TYPOGRAPHY_AND_ACCENTS, “привет”"
  })
  void nothing_is_replaced_where_the_text_goes_in_ucs2_all_the_same(
      LookAlikes policy, String written) {
    EncodedText text = EncodedText.of(written, EncodingPolicy.STANDARD.withLookAlikes(policy));
    assertThat(text.text()).isEqualTo(written);
    assertThat(text.alphabet()).isEqualTo(Alphabet.UCS2);
  }

  @Test
  void a_text_gsm_can_say_is_not_touched() {
    String text = "é à ñ Ç € ' \" -";
    assertThat(
            EncodedText.of(
                    text, EncodingPolicy.STANDARD.withLookAlikes(LookAlikes.TYPOGRAPHY_AND_ACCENTS))
                .text())
        .isEqualTo(text);
  }

  @Test
  void a_peer_with_a_smaller_alphabet_gets_more_replaced() {
    EncodingPolicy ascii =
        EncodingPolicy.STANDARD
            .withZero(SmscAlphabet.ASCII)
            .withLookAlikes(LookAlikes.TYPOGRAPHY_AND_ACCENTS);
    assertThat(EncodedText.of("é à ñ", ascii).text()).isEqualTo("e a n");
  }
}
