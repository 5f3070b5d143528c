package io.chasqui.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final String ROW = "connector/carrier-a";

  @TempDir Path home;
  private Path file;
  private Secrets secrets;

  @BeforeEach
  void begin() {
    file = home.resolve("keys/secrets.key");
    secrets = new Secrets(file);
  }

  @Test
  void what_was_encrypted_is_read_after_a_restart() {
    byte[] stored = secrets.encrypt("pässword", ROW);
    assertThat(new Secrets(file).decrypt(stored, ROW)).isEqualTo("pässword");
  }

  @Test
  void an_empty_secret_is_one() {
    assertThat(secrets.decrypt(secrets.encrypt("", ROW), ROW)).isEmpty();
  }

  @Test
  void the_same_secret_never_looks_the_same() {
    assertThat(secrets.encrypt("secret", ROW)).isNotEqualTo(secrets.encrypt("secret", ROW));
    assertThat(new String(secrets.encrypt("secret", ROW), StandardCharsets.ISO_8859_1))
        .doesNotContain("secret");
  }

  @Test
  void a_secret_moved_to_another_row_is_not_read() {
    byte[] stored = secrets.encrypt("secret", ROW);
    assertThatThrownBy(() -> secrets.decrypt(stored, "connector/carrier-b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("connector/carrier-b");
  }

  @Test
  void a_secret_that_was_changed_is_not_read() {
    byte[] stored = secrets.encrypt("secret", ROW);
    stored[stored.length - 1] ^= 1;
    assertThatThrownBy(() -> secrets.decrypt(stored, ROW)).hasMessageContaining("does not fit");
    assertThatThrownBy(() -> secrets.decrypt(new byte[3], ROW)).hasMessageContaining("damaged");
  }

  @Test
  void another_gateways_key_does_not_read_it() {
    byte[] stored = secrets.encrypt("secret", ROW);
    Secrets other = new Secrets(home.resolve("elsewhere/secrets.key"));
    assertThatThrownBy(() -> other.decrypt(stored, ROW)).hasMessageContaining("does not fit");
  }

  @Test
  void nobody_else_may_read_the_key() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**/.new*");
  }

  @Test
  void a_key_file_of_the_wrong_length_stops_the_start() throws IOException {
    Files.write(file, new byte[5]);
    assertThatThrownBy(() -> new Secrets(file)).hasMessageContaining("must hold 32 bytes, not 5");
  }
}
