package io.chasqui.app.accounts;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.config.PrivateFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Sees to it that somebody can sign in: user {@code admin} with the password of the settings, which
 * wins over a stored one, or with one generated into {@code admin-password} of the gateway's home.
 */
@ApplicationScoped
public class FirstAdministrator {
  public static final String USERNAME = "admin";

  private static final System.Logger LOG = System.getLogger("io.chasqui.accounts");
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 24;

  @Inject GatewaySettings settings;
  @Inject AdminUsers users;
  @Inject Administrators administrators;

  public void ensure() {
    Optional<String> stored = users.passwordHash(USERNAME);
    if (settings.adminPassword().isPresent()) {
      follow(settings.adminPassword().get(), stored);
    } else if (stored.isEmpty()) {
      generate();
    }
  }

  private void follow(String password, Optional<String> stored) {
    boolean same = stored.isPresent() && PasswordHash.matches(password, stored.get());
    if (!same) {
      administrators.changePassword(USERNAME, password);
      deleteGenerated();
    }
  }

  /** The file first: a password nobody can read would be worse than one that is made twice. */
  private void generate() {
    String password = random();
    try {
      PrivateFile.replace(file(), (password + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file(), e);
    }
    administrators.changePassword(USERNAME, password);
    LOG.log(Level.INFO, "administrator {0}: password generated into {1}", USERNAME, file());
  }

  private void deleteGenerated() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} holds a password that is no longer valid", file());
    }
  }

  private Path file() {
    return settings.home().resolve("admin-password");
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
