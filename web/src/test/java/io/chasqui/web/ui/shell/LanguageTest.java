package io.chasqui.web.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void the_first_language_the_reader_accepts_and_we_speak_is_chosen() {
    assertThat(Language.preferredBy(List.of(Locale.JAPAN, Locale.forLanguageTag("pt-BR"))))
        .isEqualTo(Language.PT);
  }

  @Test
  void a_reader_of_none_of_ours_gets_english() {
    assertThat(Language.preferredBy(List.of(Locale.JAPAN))).isEqualTo(Language.EN);
  }
}
