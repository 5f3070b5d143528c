package io.chasqui.smpp.esme;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A PDU's body, written without any of the code under test. */
public final class Body {
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

  public Body octet(int... values) {
    for (int value : values) {
      octets.write(value);
    }
    return this;
  }

  public Body text(String value) {
    octets.writeBytes(value.getBytes(StandardCharsets.ISO_8859_1));
    return octet(0);
  }

  public Body hex(String value) {
    octets.writeBytes(HexFormat.of().parseHex(value.replace(" ", "")));
    return this;
  }

  public Body octets(byte[] value) {
    octets.writeBytes(value);
    return this;
  }

  public Body tlv(int tag, byte[] value) {
    return octet(tag >> 8, tag, value.length >> 8, value.length).octets(value);
  }

  public byte[] bytes() {
    return octets.toByteArray();
  }
}
