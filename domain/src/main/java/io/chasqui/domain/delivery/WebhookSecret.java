package io.chasqui.domain.delivery;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The key an endpoint shares with us: {@code whsec_} and 24-64 octets in base 64 (Standard Webhooks
 * 1.0, "Secret serialisation"). Prints without its octets.
 */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;
  private static final int GENERATED = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key;
  }

  public static WebhookSecret generate() {
    byte[] key = new byte[GENERATED];
    RANDOM.nextBytes(key);
    return new WebhookSecret(key);
  }

  /**
   * @throws IllegalArgumentException saying what is wrong, without repeating the secret
   */
  public static WebhookSecret of(String text) {
    if (text == null || !text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a webhook secret starts with " + PREFIX);
    }
    byte[] key = decoded(text.substring(PREFIX.length()));
    if (key.length < SHORTEST || key.length > LONGEST) {
      throw new IllegalArgumentException(
          "a webhook secret holds " + SHORTEST + " to " + LONGEST + " octets, not " + key.length);
    }
    return new WebhookSecret(key);
  }

  /** As the endpoint's owner gets it. */
  public String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  byte[] key() {
    return key.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret secret && Arrays.equals(key, secret.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return PREFIX + "...";
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("what follows " + PREFIX + " is not base 64");
    }
  }
}
