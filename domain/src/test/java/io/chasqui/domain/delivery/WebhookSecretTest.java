package io.chasqui.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
  @Test
  void a_generated_secret_is_read_back_and_differs_from_the_next() {
    WebhookSecret secret = WebhookSecret.generate();

    assertThat(WebhookSecret.of(secret.text())).isEqualTo(secret).hasSameHashCodeAs(secret);
    assertThat(secret.key()).hasSize(32);
    assertThat(WebhookSecret.generate()).isNotEqualTo(secret);
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 32, 64})
  void keys_of_24_to_64_octets_are_taken(int octets) {
    assertThat(WebhookSecret.of(secretOf(octets)).key()).hasSize(octets);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 65})
  void keys_of_other_lengths_are_refused_by_length(int octets) {
    assertThatThrownBy(() -> WebhookSecret.of(secretOf(octets)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a webhook secret holds 24 to 64 octets, not " + octets);
  }

  @ParameterizedTest
  @CsvSource({
    "secret, a webhook secret starts with whsec_",
    "WHSEC_AAAA, a webhook secret starts with whsec_",
    "whsec_no*base64, what follows whsec_ is not base 64",
    ", a webhook secret starts with whsec_"
  })
  void what_is_no_secret_is_refused_without_repeating_it(String text, String message) {
    assertThatThrownBy(() -> WebhookSecret.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void a_secret_does_not_print_itself() {
    assertThat(WebhookSecret.generate()).hasToString("whsec_...");
  }

  private static String secretOf(int octets) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[octets]);
  }
}
