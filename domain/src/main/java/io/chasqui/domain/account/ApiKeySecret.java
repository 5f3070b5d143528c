package io.chasqui.domain.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * The text of an API key: {@code sk_live_}, 28 random characters of base 62 (166 bits) and 6 of
 * their CRC-32, so that a mistyped or made-up key is told without asking the database.
 */
public record ApiKeySecret(String text) {
  private static final String START = "sk_live_";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM_LENGTH = 28;
  private static final int CHECK_LENGTH = 6;
  private static final int PREFIX_LENGTH = START.length() + 4;

  public ApiKeySecret {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("not an API key");
    }
  }

  /**
   * @param random a source fit for secrets
   */
  public static ApiKeySecret generate(RandomGenerator random) {
    StringBuilder body = new StringBuilder(RANDOM_LENGTH);
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ApiKeySecret(START + body + check(body.toString()));
  }

  /** The key as presented by a caller; empty when it cannot be one of ours. */
  public static Optional<ApiKeySecret> parse(String text) {
    return isWellFormed(text) ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
  }

  public String prefix() {
    return text.substring(0, PREFIX_LENGTH);
  }

  /** SHA-256: enough for 166 random bits, which no dictionary holds. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The prefix only: whole keys stay out of logs. */
  @Override
  public String toString() {
    return prefix() + "...";
  }

  private static boolean isWellFormed(String text) {
    if (text == null
        || !text.startsWith(START)
        || text.length() != START.length() + RANDOM_LENGTH + CHECK_LENGTH) {
      return false;
    }
    int end = text.length() - CHECK_LENGTH;
    return text.substring(end).equals(check(text.substring(START.length(), end)));
  }

  private static String check(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    long rest = crc.getValue();
    char[] digits = new char[CHECK_LENGTH];
    for (int i = CHECK_LENGTH - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }
}
