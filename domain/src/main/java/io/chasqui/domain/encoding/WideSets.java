package io.chasqui.domain.encoding;

import java.nio.charset.Charset;

/**
 * The character sets of SMPP 3.4, 5.2.19, that Java knows by name. The Far East's are written two
 * ways under one data_coding: as the standard's bare pairs of seven-bit octets, or in the encoding
 * the sender's computers use. The first has all its octets between 21 and 7E, in pairs; so has an
 * unspaced ASCII text of even length, which has no business under these codings.
 */
final class WideSets {
  private WideSets() {}

  static String read(byte[] octets, String charset) {
    return new String(octets, Charset.forName(charset));
  }

  static String jisX0208(byte[] octets) {
    return areBarePairs(octets) ? read(raised(octets), "EUC-JP") : read(octets, "Shift_JIS");
  }

  static String jisX0212(byte[] octets) {
    return read(octets, areBarePairs(octets) ? "JIS_X0212-1990" : "EUC-JP");
  }

  static String ksC5601(byte[] octets) {
    return read(areBarePairs(octets) ? raised(octets) : octets, "EUC-KR");
  }

  private static boolean areBarePairs(byte[] octets) {
    boolean bare = octets.length % 2 == 0;
    for (byte octet : octets) {
      bare &= octet >= 0x21 && octet < 0x7F;
    }
    return bare;
  }

  /** The eighth bit set, as the EUC encodings have it. */
  private static byte[] raised(byte[] octets) {
    byte[] raised = octets.clone();
    for (int i = 0; i < raised.length; i++) {
      raised[i] |= (byte) 0x80;
    }
    return raised;
  }
}
