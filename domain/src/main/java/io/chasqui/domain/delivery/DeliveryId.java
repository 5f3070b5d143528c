package io.chasqui.domain.delivery;

import io.chasqui.domain.message.MessageId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Names what is told to a client: one message's one event. Computed, not drawn, so that a batch
 * which is delivered to us again tells nobody twice. Looks like a ULID and sorts by the message's
 * time; goes out as {@code webhook-id}.
 */
public record DeliveryId(String value) {
  /**
   * @param type as {@code message.delivered}
   */
  public static DeliveryId of(MessageId message, String type) {
    MessageDigest digest = sha256();
    digest.update(message.bytes());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(type.getBytes(StandardCharsets.US_ASCII)));
    long time = message.high() & ~0xFFFFL;
    return new DeliveryId(
        new MessageId(time | Short.toUnsignedLong(hash.getShort()), hash.getLong()).toString());
  }

  @Override
  public String toString() {
    return value;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("every Java platform has SHA-256", broken);
    }
  }
}
