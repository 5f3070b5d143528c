package io.chasqui.smpp.smsc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes the body of a deliver_sm (SMPP 3.4, 4.6.1). */
public record DeliverSm(
    String source, String destination, int esmClass, int coding, byte[] text, String tlvsHex) {
  private static final int INTERNATIONAL = 1;
  private static final int ISDN = 1;

  public static DeliverSm incoming(String text) {
    return new DeliverSm("5511999990000", "12345", 0, 0, latin(text), "");
  }

  public static DeliverSm receipt(String text, String tlvsHex) {
    return new DeliverSm("5511999990000", "Chasqui", 0x04, 0, latin(text), tlvsHex);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public Pdu pdu(int sequence) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(0);
    address(body, source);
    address(body, destination);
    body.writeBytes(new byte[] {(byte) esmClass, 0, 0, 0, 0, 0, 0, (byte) coding, 0});
    body.write(text.length);
    body.writeBytes(text);
    body.writeBytes(HexFormat.of().parseHex(tlvsHex));
    return new Pdu(Pdu.DELIVER_SM, 0, sequence, body.toByteArray());
  }

  private static void address(ByteArrayOutputStream body, String address) {
    body.write(INTERNATIONAL);
    body.write(ISDN);
    body.writeBytes(latin(address));
    body.write(0);
  }
}
