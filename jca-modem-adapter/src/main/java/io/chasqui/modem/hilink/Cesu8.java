package io.chasqui.modem.hilink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The encoding that some firmwares take for UTF-8: characters outside the basic plane as two
 * surrogates of three octets each (Unicode Technical Report 26).
 */
final class Cesu8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Cesu8() {}

  static byte[] encode(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (char unit : text.toCharArray()) {
      if (Character.isSurrogate(unit)) {
        octets.write(0xE0 | unit >> 12);
        octets.write(0x80 | unit >> 6 & 0x3F);
        octets.write(0x80 | unit & 0x3F);
      } else {
        octets.writeBytes(String.valueOf(unit).getBytes(StandardCharsets.UTF_8));
      }
    }
    return octets.toByteArray();
  }

  /** Reads CESU-8 and UTF-8, also mixed; what is neither becomes U+FFFD. */
  static String decode(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length);
    int at = 0;
    while (at < octets.length) {
      int length = length(octets[at] & 0xFF);
      if (!isWhole(octets, at, length)) {
        text.append(REPLACEMENT);
        at++;
      } else {
        text.appendCodePoint(codePoint(octets, at, length));
        at += length;
      }
    }
    return text.toString();
  }

  /** Of the sequence that begins with this octet; 0 when none does. */
  private static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first >= 0xC2 && first < 0xE0) {
      return 2;
    }
    if (first >= 0xE0 && first < 0xF0) {
      return 3;
    }
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
  }

  private static boolean isWhole(byte[] octets, int at, int length) {
    if (length == 0 || at + length > octets.length) {
      return false;
    }
    for (int next = at + 1; next < at + length; next++) {
      if ((octets[next] & 0xC0) != 0x80) {
        return false;
      }
    }
    return length != 4 || Character.isValidCodePoint(codePoint(octets, at, length));
  }

  private static int codePoint(byte[] octets, int at, int length) {
    int first = octets[at] & 0xFF;
    int point = length == 1 ? first : first & 0xFF >> length + 1;
    for (int next = at + 1; next < at + length; next++) {
      point = point << 6 | octets[next] & 0x3F;
    }
    return point;
  }
}
