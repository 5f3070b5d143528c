package io.chasqui.simulator;

import java.io.ByteArrayOutputStream;

/** The default alphabet and its extension (3GPP TS 23.038 section 6.2.1), one octet a septet. */
final class Gsm7 {

  private static final int ESCAPE = 0x1B;
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";
  private static final byte[] EXTENDED_CODES = {
    0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
  };

  private Gsm7() {}

  static boolean canEncode(String text) {
    return text.chars()
        .allMatch(c -> c != ESCAPE && (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0));
  }

  /** Septets the character takes: 1, or 2 with the escape. */
  static int width(char c) {
    return EXTENDED.indexOf(c) >= 0 ? 2 : 1;
  }

  /** Characters outside the alphabet become question marks. */
  static byte[] encode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    text.chars().forEach(c -> encode(c, out));
    return out.toByteArray();
  }

  private static void encode(int c, ByteArrayOutputStream out) {
    int extended = EXTENDED.indexOf(c);
    if (extended >= 0) {
      out.write(ESCAPE);
      out.write(EXTENDED_CODES[extended]);
    } else {
      int code = BASIC.indexOf(c);
      out.write(code >= 0 && c != ESCAPE ? code : '?');
    }
  }

  static String decode(byte[] septets) {
    StringBuilder text = new StringBuilder(septets.length);
    for (int i = 0; i < septets.length; i++) {
      boolean escaped = septets[i] == ESCAPE && i + 1 < septets.length;
      text.append(escaped ? extended(septets[++i]) : BASIC.charAt(septets[i] & 0x7F));
    }
    return text.toString();
  }

  /** An unknown escape shows as the basic character (section 6.2.1.1). */
  private static char extended(byte code) {
    for (int i = 0; i < EXTENDED_CODES.length; i++) {
      if (EXTENDED_CODES[i] == code) {
        return EXTENDED.charAt(i);
      }
    }
    return BASIC.charAt(code & 0x7F);
  }
}
