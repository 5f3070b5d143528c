package io.chasqui.domain.encoding;

/**
 * One element of a user data header (3GPP TS 23.040, 9.2.3.24).
 *
 * @param id 0-255
 * @param data 0-255 octets behind the element's own length
 */
record InformationElement(int id, byte[] data) {
  static InformationElement of(int id, int... data) {
    byte[] octets = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      octets[i] = (byte) data[i];
    }
    return new InformationElement(id, octets);
  }

  /** Identifier and length included. */
  int size() {
    return 2 + data.length;
  }

  int octet(int at) {
    return data[at] & 0xFF;
  }
}
