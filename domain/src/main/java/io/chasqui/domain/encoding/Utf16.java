package io.chasqui.domain.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * UTF-16BE in which a lone surrogate is U+FFFD. Java's own charset writes it as {@code ?}, and when
 * reading swallows the character behind it.
 */
final class Utf16 {
  private static final int REPLACEMENT = 0xFFFD;

  private Utf16() {}

  static byte[] encode(String text) {
    return wellFormed(text).getBytes(StandardCharsets.UTF_16BE);
  }

  /** An odd octet at the end is left out. */
  static String decode(byte[] octets) {
    return wellFormed(ByteBuffer.wrap(octets, 0, evenLength(octets)).asCharBuffer().toString());
  }

  static int evenLength(byte[] octets) {
    return octets.length & ~1;
  }

  private static String wellFormed(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
