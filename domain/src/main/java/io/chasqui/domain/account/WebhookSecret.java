package io.chasqui.domain.account;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * The key that signs pushes: {@code whsec_} and the base 64 of 24-64 octets (Standard Webhooks 1.0,
 * "Symmetric").
 */
public record WebhookSecret(String text) {
  private static final String START = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;
  private static final int GENERATED = 32;

  public WebhookSecret {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException(
          "secret must be whsec_ and the base64 of %d-%d bytes".formatted(SHORTEST, LONGEST));
    }
  }

  public static WebhookSecret of(String text) {
    return new WebhookSecret(text);
  }

  /**
   * @param random a source fit for secrets
   */
  public static WebhookSecret generate(RandomGenerator random) {
    byte[] key = new byte[GENERATED];
    random.nextBytes(key);
    return new WebhookSecret(START + Base64.getEncoder().encodeToString(key));
  }

  /** The key itself, for HMAC-SHA256. */
  public byte[] key() {
    return decode(text);
  }

  @Override
  public String toString() {
    return START + "...";
  }

  private static boolean isWellFormed(String text) {
    if (text == null || !text.startsWith(START)) {
      return false;
    }
    try {
      int length = decode(text).length;
      return length >= SHORTEST && length <= LONGEST;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text.substring(START.length()));
  }
}
