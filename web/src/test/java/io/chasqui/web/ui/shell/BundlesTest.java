package io.chasqui.web.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.message.MessageStatus;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundlesTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_has_every_text(Language language) {
    assertThat(texts(language).keySet()).isEqualTo(texts(Language.EN).keySet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void no_text_is_empty(Language language) {
    assertThat(texts(language)).allSatisfy((key, text) -> assertThat((String) text).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_translation_has_the_places_of_the_original(Language language) {
    Properties english = texts(Language.EN);
    assertThat(texts(language))
        .allSatisfy(
            (key, text) ->
                assertThat(places((String) text))
                    .as((String) key)
                    .isEqualTo(places((String) english.get(key))));
  }

  /** MessageFormat drops straight apostrophes; typographic ones are better typography anyway. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void no_text_has_a_straight_apostrophe(Language language) {
    assertThat(texts(language).values()).noneMatch(text -> ((String) text).contains("'"));
  }

  @Test
  void every_state_has_a_name() {
    Stream<String> links = Arrays.stream(LinkState.values()).map(state -> key("link", state));
    Stream<String> messages =
        Arrays.stream(MessageStatus.values()).map(status -> key("message", status));
    assertThat(texts(Language.EN).stringPropertyNames())
        .containsAll(Stream.concat(links, messages).toList());
  }

  private static String key(String prefix, Enum<?> value) {
    return prefix + "." + value.name().toLowerCase(Locale.ROOT);
  }

  private static long places(String text) {
    return new MessageFormat(text).getFormatsByArgumentIndex().length;
  }

  private static Properties texts(Language language) {
    String file = "/io/chasqui/web/ui/messages_" + language.code() + ".properties";
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            BundlesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
