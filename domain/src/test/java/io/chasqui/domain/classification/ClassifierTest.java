package io.chasqui.domain.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
  private final Classifier seeded = new Classifier(DefaultServices.list());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Your WhatsApp code: 123-456 | WhatsApp",
        "<#> Seu código whatsapp é 123-456. Abra wa.me/123 | WhatsApp",
        "wa.me/5511999 | WhatsApp",
        "me chama no zap | WhatsApp",
        "G-123456 is your Google verification code. | Gmail",
        "Codigo do Gmail: 1 | Gmail",
        "https://g.co/verify | Gmail",
        "Telegram code 12345 | Telegram",
        "https://t.me/login/12345 | Telegram",
        "TG: 12345 | Telegram",
        "Mercado Livre: seu código é 1 | Mercado Livre",
        "MercadoLibre 1 | Mercado Livre",
        "ml.com/x | Mercado Livre",
        "123 456 is your Instagram code | Instagram",
        "codigo ig 123 | Instagram",
        "[TikTok] 1234 is your code | TikTok",
        "TT-1234 | TikTok",
        "Kwai: 1234 | Kwai",
        "12345 is your Facebook code | Facebook",
        "FB.com/1 | Facebook",
        "Meta: 1234 | Facebook",
        "Banco Inter: token 1 | Banco Inter",
        "BANCOINTER 1 | Banco Inter",
        "INTER: compra aprovada | Banco Inter",
        "Amazon: 1234 is your OTP | Amazon",
        "AWS verification code 1 | Amazon"
      })
  void knows_the_seeded_services(String text, String service) {
    assertThat(seeded.classify(text)).map(ServicePattern::name).contains(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digital",
        "interesting",
        "attention",
        "metade",
        "integral",
        "zapato",
        "internet banking",
        "interés compuesto",
        "intérprete",
        "big night",
        "Nottingham butter",
        "metal, metafísica, metáfora",
        "laws and jaws",
        "html.command",
        "iowa.media",
        "right.meal",
        "amazonas",
        "instalar",
        "tg_id ig2 3tt",
        ""
      })
  void ordinary_words_are_nobodys(String text) {
    assertThat(seeded.classify(text)).isEmpty();
  }

  @Test
  void the_seeded_services_are_the_ten_of_the_predecessor_in_its_order() {
    assertThat(seeded.patterns())
        .extracting(ServicePattern::name)
        .containsExactly(
            "WhatsApp",
            "Gmail",
            "Telegram",
            "Mercado Livre",
            "Instagram",
            "TikTok",
            "Kwai",
            "Facebook",
            "Banco Inter",
            "Amazon");
    assertThat(seeded.patterns()).extracting(ServicePattern::serviceId).doesNotHaveDuplicates();
  }

  @Test
  void the_smaller_priority_is_asked_first_then_the_name() {
    Classifier classifier =
        new Classifier(
            List.of(
                ServicePattern.of("3", "Late", 20, "code"),
                ServicePattern.of("2", "B", 10, "code"),
                ServicePattern.of("1", "A", 10, "CODE")));
    assertThat(classifier.patterns())
        .extracting(ServicePattern::serviceId)
        .containsExactly("1", "2", "3");
    assertThat(classifier.classify("Your code")).map(ServicePattern::serviceId).contains("1");
  }

  @Test
  void nothing_is_known_without_patterns() {
    assertThat(new Classifier(List.of()).classify("WhatsApp")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'whats(app', missing closing )",
    "'[a-', missing closing ]",
    "'*', missing argument to repetition operator",
    "'(?=look)', invalid or unsupported Perl syntax",
    "'(a)\\1', invalid escape sequence"
  })
  void a_wrong_pattern_is_refused_with_its_error(String regex, String error) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServicePattern.of("1", "A", 1, regex))
        .withMessageContaining(error)
        .withMessageContaining(regex);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void an_empty_pattern_would_match_all_and_is_refused(String regex) {
    assertThatIllegalArgumentException().isThrownBy(() -> ServicePattern.of("1", "A", 1, regex));
  }

  @Test
  void a_pattern_without_end_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServicePattern.of("1", "A", 1, "a".repeat(1001)))
        .withMessage("pattern must have 1-1000 characters");
  }

  @Test
  void a_pattern_that_ruins_backtracking_engines_is_no_trouble() {
    Classifier classifier = new Classifier(List.of(ServicePattern.of("1", "A", 1, "(a+)+$")));
    String text = "a".repeat(20_000) + "!";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(classifier.classify(text)).isEmpty());
  }
}
