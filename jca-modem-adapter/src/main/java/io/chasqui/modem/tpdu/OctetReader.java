package io.chasqui.modem.tpdu;

import java.util.Arrays;

/** Takes a TPDU's fields off its octets, one behind the other, and never reads past their end. */
final class OctetReader {
  private final byte[] octets;
  private int at;

  OctetReader(byte[] octets) {
    this.octets = octets.clone();
  }

  /** 0-255. */
  int octet(String field) throws TpduException {
    return octets(field, 1)[0] & 0xFF;
  }

  byte[] octets(String field, int count) throws TpduException {
    if (count > left()) {
      throw new TpduException("%s needs %d octets and %d are left".formatted(field, count, left()));
    }
    at += count;
    return Arrays.copyOfRange(octets, at - count, at);
  }

  int left() {
    return octets.length - at;
  }
}
