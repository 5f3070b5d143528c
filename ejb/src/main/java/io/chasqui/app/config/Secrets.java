package io.chasqui.app.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what the database must not hold in clear: AES-256 in GCM under the key in {@code
 * keys/secrets.key} of the gateway's home. Each value is bound to the row it belongs to, so that it
 * cannot be moved to another.
 */
@ApplicationScoped
public class Secrets {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final byte VERSION = 1;
  private static final int KEY_LENGTH = 32;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private SecretKey key;

  /** For the container's proxies. */
  protected Secrets() {}

  @Inject
  public Secrets(GatewaySettings settings) {
    this(settings.keys().resolve("secrets.key"));
  }

  Secrets(Path file) {
    try {
      byte[] bytes = PrivateFile.readOrCreate(file, this::newKey);
      if (bytes.length != KEY_LENGTH) {
        throw new IllegalStateException(
            "%s must hold %d bytes, not %d".formatted(file, KEY_LENGTH, bytes.length));
      }
      key = new SecretKeySpec(bytes, "AES");
    } catch (IOException e) {
      throw new UncheckedIOException("key file " + file + ": " + e.getMessage(), e);
    }
  }

  private byte[] newKey() {
    byte[] bytes = new byte[KEY_LENGTH];
    random.nextBytes(bytes);
    return bytes;
  }

  /**
   * @param row table and id of the row that will hold the value, e.g. {@code connector/carrier-a}
   * @return a version octet, the nonce, the cipher text with its tag
   */
  public byte[] encrypt(String text, String row) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, row).doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(1 + NONCE_LENGTH + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encrypt a value of " + row, e);
    }
  }

  /**
   * @throws IllegalStateException when the value was made under another key or for another row, or
   *     was changed
   */
  public String decrypt(byte[] value, String row) {
    if (value.length <= 1 + NONCE_LENGTH || value[0] != VERSION) {
      throw new IllegalStateException("the stored secret of " + row + " is damaged");
    }
    byte[] nonce = new byte[NONCE_LENGTH];
    System.arraycopy(value, 1, nonce, 0, NONCE_LENGTH);
    try {
      int start = 1 + NONCE_LENGTH;
      byte[] clear =
          cipher(Cipher.DECRYPT_MODE, nonce, row).doFinal(value, start, value.length - start);
      return new String(clear, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the stored secret of %s does not fit the key in keys/secrets.key".formatted(row), e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String row) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
