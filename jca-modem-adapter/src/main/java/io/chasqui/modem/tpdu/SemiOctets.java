package io.chasqui.modem.tpdu;

/** Digits two in an octet, the first in the low half (3GPP TS 23.040, 9.1.2.3). */
final class SemiOctets {
  private static final String DIGITS = "0123456789*#abc";
  private static final int FILLER = 0xF;

  private SemiOctets() {}

  /**
   * @throws TpduException when a character has no semi-octet
   */
  static byte[] write(String field, String digits) throws TpduException {
    byte[] octets = new byte[(digits.length() + 1) / 2];
    for (int i = 0; i < octets.length * 2; i++) {
      int code = i < digits.length() ? DIGITS.indexOf(digits.charAt(i)) : FILLER;
      if (code < 0) {
        throw new TpduException("%s has a character that is no digit".formatted(field));
      }
      octets[i / 2] |= (byte) (code << i % 2 * 4);
    }
    return octets;
  }

  /**
   * @param count of digits; a filler ends them sooner
   */
  static String read(byte[] octets, int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      int code = octets[i / 2] >> i % 2 * 4 & 0xF;
      if (code == FILLER) {
        break;
      }
      digits.append(DIGITS.charAt(code));
    }
    return digits.toString();
  }

  /** The two halves as a number, -1 when either is no decimal digit. */
  static int number(byte octet) {
    int tens = octet & 0xF;
    int units = octet >> 4 & 0xF;
    return tens > 9 || units > 9 ? -1 : tens * 10 + units;
  }

  /** 0-99. */
  static byte ofNumber(int number) {
    return (byte) (number % 10 << 4 | number / 10);
  }
}
