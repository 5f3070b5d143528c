package io.chasqui.modem.device;

import io.chasqui.domain.message.MessageId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * The id of a message that lies in a modem's storage: the same each time it is read, so that one
 * read again after a crash, before its copy was deleted, is known for what it is.
 */
public final class StoredMessageId {
  private StoredMessageId() {}

  /**
   * @param at when the network took the message, by the modem
   * @param marks what tells it from others: modem, place, sender, content
   */
  public static MessageId of(Instant at, String... marks) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(String.join("\0", marks)));
    return new MessageId(at.toEpochMilli() << 16 | (hash.getShort() & 0xFFFF), hash.getLong());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
