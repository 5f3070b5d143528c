package io.chasqui.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com/hook?x=1", "http://127.0.0.1:8081", "HTTPS://[::1]/"})
  void a_web_address_is_taken(String url) {
    assertThat(Webhook.checked(URI.create(url))).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/hook",
        "ftp://example.com/",
        "file:///etc/passwd",
        "https:///path",
        "mailto:a@example.com",
        "https://user:secret@example.com/",
        "https://example.com/#part",
        "http://example.com:99999/"
      })
  void anything_else_is_refused(String url) {
    assertThatThrownBy(() -> Webhook.checked(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("url must");
  }

  @Test
  void a_secret_has_24_to_64_octets() {
    for (int length : new int[] {24, 32, 64}) {
      assertThat(WebhookSecret.of(text(length)).key()).hasSize(length);
    }
    for (int length : new int[] {0, 23, 65}) {
      assertThatThrownBy(() -> WebhookSecret.of(text(length)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> WebhookSecret.of("whsec_not base64!"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("not base64");
  }

  @Test
  void a_generated_secret_does_not_print_itself() {
    WebhookSecret secret = WebhookSecret.generate(new SecureRandom());
    assertThat(secret.key()).hasSize(32);
    assertThat(secret.toString()).isEqualTo("whsec_...");
  }

  private static String text(int length) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[length]);
  }
}
