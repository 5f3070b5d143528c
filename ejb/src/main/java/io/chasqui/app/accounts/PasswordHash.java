package io.chasqui.app.accounts;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password made slow to guess: PBKDF2 with HMAC-SHA-512, 210 000 iterations (OWASP's figure for
 * it), written as {@code algorithm:iterations:salt:hash}, the form of Jakarta Security.
 */
public final class PasswordHash {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int ITERATIONS = 210_000;
  private static final int SALT_LENGTH = 16;
  private static final int HASH_BITS = 512;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordHash() {}

  public static String of(String password) {
    byte[] salt = new byte[SALT_LENGTH];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return "%s:%d:%s:%s"
        .formatted(
            ALGORITHM,
            ITERATIONS,
            base64.encodeToString(salt),
            base64.encodeToString(derive(password, salt, ITERATIONS)));
  }

  /** Takes the same time for right and wrong passwords. */
  public static boolean matches(String password, String hash) {
    String[] parts = hash.split(":");
    if (parts.length != 4 || !parts[0].equals(ALGORITHM)) {
      throw new IllegalStateException("a stored password hash cannot be read");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] derived = derive(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(derived, base64.decode(parts[3]));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }
}
