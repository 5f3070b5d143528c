package io.chasqui.domain.encoding;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The GSM 7-bit alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1), either of
 * them a nation's own (6.2.1.2); unpacked: one septet in an octet.
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

  /** Septet behind the escape in hexadecimal, and character; every nation's table has these. */
  private static final String EXTENSION_TABLE = "0A\f 14^ 28{ 29} 2F\\ 3C[ 3D~ 3E] 40| 65€";

  private static final Map<NationalShift, Gsm7> SHIFTED = new ConcurrentHashMap<>();

  static final Gsm7 DEFAULT = of(NationalShift.NONE);

  private static final char LAST = '∞';
  private static final int NONE = -1;
  private static final int EXTENDED = 0x80;

  private final String table;
  private final char[] extensions = new char[0x80];

  /** Index = character up to the last of all tables; value = septet, plus EXTENDED, or NONE. */
  private final short[] codes = new short[LAST + 1];

  private Gsm7(NationalShift shift) {
    table = shift.locking().map(NationalLanguage::lockingShift).orElse(DEFAULT_TABLE);
    extend(EXTENSION_TABLE);
    shift.single().map(NationalLanguage::singleShift).ifPresent(this::extend);
    Arrays.fill(codes, (short) NONE);
    index(extensions, EXTENDED);
    index(table.toCharArray(), 0);
  }

  static Gsm7 of(NationalShift shift) {
    return SHIFTED.computeIfAbsent(shift, Gsm7::new);
  }

  boolean canEncode(int character) {
    return character < codes.length && codes[character] != NONE;
  }

  boolean canEncode(String text) {
    return text.chars().allMatch(this::canEncode);
  }

  /**
   * @param text of encodable characters only
   */
  byte[] encode(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      int code = codes[text.charAt(i)];
      if (code >= EXTENDED) {
        octets.write(ESCAPE);
      }
      octets.write(code & 0x7F);
    }
    return octets.toByteArray();
  }

  /** Never fails: octets above 0x7F and an escape with nothing behind it become U+FFFD. */
  String decode(byte[] octets) {
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

  private char plain(byte octet) {
    return octet < 0 ? REPLACEMENT : table.charAt(octet);
  }

  /**
   * A code the extension table leaves open shows the main table's character, a second escape a
   * space (23.038, 6.2.1.1 and its note 1).
   */
  private char extended(byte octet) {
    if (octet == ESCAPE) {
      return ' ';
    }
    return octet >= 0 && extensions[octet] != 0 ? extensions[octet] : plain(octet);
  }

  /** What both tables have is encoded from the one indexed last. */
  private void index(char[] characters, int flag) {
    for (int septet = 0; septet < characters.length; septet++) {
      if (characters[septet] != 0 && characters[septet] <= LAST) {
        codes[characters[septet]] = (short) (flag | septet);
      }
    }
  }

  private void extend(String entries) {
    for (String entry : entries.split(" ")) {
      extensions[Integer.parseInt(entry, 0, 2, 16)] = entry.charAt(2);
    }
  }
}
