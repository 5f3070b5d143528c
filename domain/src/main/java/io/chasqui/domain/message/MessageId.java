package io.chasqui.domain.message;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/**
 * A ULID: 48 bits of Unix time in milliseconds and 80 random bits, written as 26 characters of
 * Crockford's base 32. Sorts by time, holds no secret, is the same outwards and in the database.
 */
public record MessageId(long high, long low) implements Serializable, Comparable<MessageId> {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  public static MessageId next(Clock clock) {
    return new MessageId(clock.millis() << 16 | RANDOM.nextInt(1 << 16), RANDOM.nextLong());
  }

  /**
   * @throws IllegalArgumentException when {@code text} is not 26 characters of Crockford's base 32
   */
  public static MessageId of(String text) {
    if (text == null || text.length() != 26 || ALPHABET.indexOf(upper(text.charAt(0))) > 7) {
      throw new IllegalArgumentException("'" + text + "' is not a message id");
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < 26; i++) {
      int digit = ALPHABET.indexOf(upper(text.charAt(i)));
      if (digit < 0) {
        throw new IllegalArgumentException("'" + text + "' is not a message id");
      }
      high = high << 5 | low >>> 59;
      low = low << 5 | digit;
    }
    return new MessageId(high, low);
  }

  public static MessageId of(byte[] sixteen) {
    ByteBuffer buffer = ByteBuffer.wrap(sixteen);
    return new MessageId(buffer.getLong(), buffer.getLong());
  }

  /**
   * The id {@code places} behind this one, of the same millisecond: the ids of a batch follow from
   * its first, and sort in its order.
   *
   * @param places 0 or more
   */
  public MessageId plus(int places) {
    long sum = low + places;
    boolean carried = Long.compareUnsigned(sum, low) < 0;
    return new MessageId(carried ? high + 1 : high, sum);
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
  }

  public Instant time() {
    return Instant.ofEpochMilli(high >>> 16);
  }

  @Override
  public int compareTo(MessageId other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    char[] text = new char[26];
    long h = high;
    long l = low;
    for (int i = 25; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (l & 31));
      l = l >>> 5 | h << 59;
      h >>>= 5;
    }
    return new String(text);
  }

  private static char upper(char c) {
    return Character.toUpperCase(c);
  }
}
