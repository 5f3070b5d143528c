package io.chasqui.modem.tpdu;

import java.io.ByteArrayOutputStream;

/** The octet of flags that every TPDU begins with (3GPP TS 23.040, 9.2.3.1 and following). */
final class FirstOctet {
  /** TP-UDHI, the same bit in all of them (9.2.3.23). */
  static final int UDHI = 0x40;

  private static final int LONGEST = 176;

  private FirstOctet() {}

  static ByteArrayOutputStream of(int flags) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(LONGEST);
    octets.write(flags);
    return octets;
  }
}
