package io.chasqui.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ApiKeySecretTest {
  private final ApiKeySecret secret = ApiKeySecret.generate(new SecureRandom());

  @Test
  void a_generated_key_is_read_back() {
    assertThat(secret.text()).matches("sk_live_[0-9A-Za-z]{34}");
    assertThat(ApiKeySecret.parse(secret.text())).contains(secret);
  }

  @Test
  void a_mistyped_key_is_told_by_its_checksum() {
    String text = secret.text();
    for (int at = 8; at < text.length(); at++) {
      char other = text.charAt(at) == 'a' ? 'b' : 'a';
      String mistyped = text.substring(0, at) + other + text.substring(at + 1);
      assertThat(ApiKeySecret.parse(mistyped)).as(mistyped).isEmpty();
    }
  }

  @Test
  void anything_else_is_no_key() {
    assertThat(ApiKeySecret.parse(null)).isEmpty();
    assertThat(ApiKeySecret.parse("")).isEmpty();
    assertThat(ApiKeySecret.parse("sk_live_")).isEmpty();
    assertThat(ApiKeySecret.parse(secret.text() + "0")).isEmpty();
    assertThat(ApiKeySecret.parse(secret.text().replace("live", "test"))).isEmpty();
  }

  @Test
  void printing_it_shows_the_prefix_only() {
    assertThat(secret.toString()).isEqualTo(secret.text().substring(0, 12) + "...");
  }
}
