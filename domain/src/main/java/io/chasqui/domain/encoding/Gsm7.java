package io.chasqui.domain.encoding;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1),
 * unpacked: one septet in an octet.
 */
final class Gsm7 {
  static final byte ESCAPE = 0x1B;
  static final char REPLACEMENT = '\uFFFD';

  /** Index = septet. The place of the escape is held by a character no text is encoded from. */
  private static final String DEFAULT_TABLE =
      "@£$¥èéùìòÇ\nØø\rÅå"
          + "Δ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ"
          + " !\"#¤%&'()*+,-./"
          + "0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNO"
          + "PQRSTUVWXYZÄÖÑÜ§"
          + "¿abcdefghijklmno"
          + "pqrstuvwxyzäöñüà";

  private static final Map<Character, Integer> EXTENSION_TABLE =
      Map.of(
          '\f', 0x0A, '^', 0x14, '{', 0x28, '}', 0x29, '\\', 0x2F, '[', 0x3C, '~', 0x3D, ']', 0x3E,
          '|', 0x40, '€', 0x65);

  private static final int NONE = -1;
  private static final int EXTENDED = 0x80;

  /** Index = character up to the euro sign, value = septet, plus EXTENDED, or NONE. */
  private static final short[] CODES = codes();

  private static final char[] EXTENSIONS = extensions();

  private Gsm7() {}

  static boolean canEncode(char c) {
    return c < CODES.length && CODES[c] != NONE;
  }

  /**
   * @param text of encodable characters only
   */
  static byte[] encode(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      int code = CODES[text.charAt(i)];
      if (code >= EXTENDED) {
        octets.write(ESCAPE);
      }
      octets.write(code & 0x7F);
    }
    return octets.toByteArray();
  }

  /** Never fails: octets above 0x7F and an escape with nothing behind it become U+FFFD. */
  static String decode(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length);
    for (int i = 0; i < octets.length; i++) {
      if (octets[i] != ESCAPE) {
        text.append(plain(octets[i]));
      } else {
        i++;
        text.append(i < octets.length ? extended(octets[i]) : REPLACEMENT);
      }
    }
    return text.toString();
  }

  private static char plain(byte octet) {
    return octet < 0 ? REPLACEMENT : DEFAULT_TABLE.charAt(octet);
  }

  /**
   * A code the extension table leaves open shows the default table's character, a second escape a
   * space (23.038, 6.2.1.1 and its note 1).
   */
  private static char extended(byte octet) {
    if (octet == ESCAPE) {
      return ' ';
    }
    return octet >= 0 && EXTENSIONS[octet] != 0 ? EXTENSIONS[octet] : plain(octet);
  }

  private static short[] codes() {
    short[] codes = new short['€' + 1];
    Arrays.fill(codes, (short) NONE);
    for (int septet = 0; septet < DEFAULT_TABLE.length(); septet++) {
      if (septet != ESCAPE) {
        codes[DEFAULT_TABLE.charAt(septet)] = (short) septet;
      }
    }
    EXTENSION_TABLE.forEach((c, septet) -> codes[c] = (short) (EXTENDED | septet));
    return codes;
  }

  private static char[] extensions() {
    char[] extensions = new char[0x80];
    EXTENSION_TABLE.forEach((c, septet) -> extensions[septet] = c);
    return extensions;
  }
}
