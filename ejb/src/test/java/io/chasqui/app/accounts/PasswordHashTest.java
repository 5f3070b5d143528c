package io.chasqui.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  @Test
  void only_the_same_password_matches() {
    String hash = PasswordHash.of("correct horse");
    assertThat(PasswordHash.matches("correct horse", hash)).isTrue();
    assertThat(PasswordHash.matches("correct horsf", hash)).isFalse();
    assertThat(PasswordHash.matches("", hash)).isFalse();
  }

  @Test
  void it_says_how_it_was_made_and_is_salted() {
    assertThat(PasswordHash.of("p")).startsWith("PBKDF2WithHmacSHA512:210000:");
    assertThat(PasswordHash.of("p")).isNotEqualTo(PasswordHash.of("p")).doesNotContain(":p:");
  }

  @Test
  void a_hash_of_another_kind_is_a_surprise() {
    assertThatThrownBy(() -> PasswordHash.matches("p", "md5:1:a:b"))
        .isInstanceOf(IllegalStateException.class);
  }
}
