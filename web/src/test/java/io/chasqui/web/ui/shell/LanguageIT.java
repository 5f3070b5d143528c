package io.chasqui.web.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.web.Caller;
import io.chasqui.web.Deployed;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of a page's first byte. */
class LanguageIT extends Deployed {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-AT,de;q=0.9,en;q=0.5 | de",
        "pt-BR | pt",
        "ja,es;q=0.8,en;q=0.5 | es",
        "fr | fr",
        "ja | en",
      })
  void is_the_first_of_the_readers_that_there_is(String accepted, String language)
      throws Exception {
    assertPage(nobody().with("Accept-Language", accepted), language);
  }

  @ParameterizedTest
  @CsvSource({"pt, pt", "xx, de"})
  void is_the_one_the_reader_chose_if_there_is_such(String chosen, String language)
      throws Exception {
    assertPage(
        nobody().with("Accept-Language", "de").with("Cookie", "chasqui-language=" + chosen),
        language);
  }

  private static void assertPage(Caller reader, String language) throws Exception {
    String page = reader.page("login").expect(200).text();
    assertThat(page).contains("lang=\"" + language + "\"");
    String title =
        ResourceBundle.getBundle(Texts.BUNDLE, Locale.forLanguageTag(language))
            .getString("login.title");
    assertThat(page).contains(title);
  }
}
