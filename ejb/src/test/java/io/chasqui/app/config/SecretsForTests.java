package io.chasqui.app.config;

import java.nio.file.Path;

/** Secrets under a key of a test's own. */
public final class SecretsForTests {
  private SecretsForTests() {}

  public static Secrets in(Path home) {
    return new Secrets(home.resolve("keys/secrets.key"));
  }
}
