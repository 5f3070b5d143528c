package io.chasqui.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What ESMEs say (SMPP 3.4, 4), composed without the code that is measured. */
final class EsmePdus {
  static final int HEADER = 16;
  static final int RESPONSE = 0x8000_0000;
  static final int SUBMIT_SM = 0x04;
  static final int DELIVER_SM = 0x05;
  static final int UNBIND = 0x06;
  static final int BIND_TRANSCEIVER = 0x09;
  static final int ENQUIRE_LINK = 0x15;
  static final String PASSWORD = "secret";

  private static final byte[] TEXT = "Your order is on its way".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SUBMIT = submitBody();

  private EsmePdus() {}

  static byte[] pdu(int command, int sequence, byte... body) {
    return ByteBuffer.allocate(HEADER + body.length)
        .put(header(HEADER + body.length, command, sequence))
        .put(body)
        .array();
  }

  /** A header that may lie about the length. */
  static byte[] header(int length, int command, int sequence) {
    return ByteBuffer.allocate(HEADER)
        .putInt(length)
        .putInt(command)
        .putInt(0)
        .putInt(sequence)
        .array();
  }

  static byte[] bind(String systemId, String password) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(body, systemId);
    text(body, password);
    text(body, "");
    body.writeBytes(new byte[] {0x34, 0, 0, 0});
    return pdu(BIND_TRANSCEIVER, 1, body.toByteArray());
  }

  static byte[] submit(int sequence) {
    return pdu(SUBMIT_SM, sequence, SUBMIT);
  }

  private static byte[] submitBody() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    text(body, "");
    body.writeBytes(new byte[] {5, 0});
    text(body, "Shop");
    body.writeBytes(new byte[] {1, 1});
    text(body, "5511999990000");
    body.writeBytes(new byte[] {0, 0, 0, 0, 0, 1, 0, 0, 0, (byte) TEXT.length});
    body.writeBytes(TEXT);
    return body.toByteArray();
  }

  private static void text(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    body.write(0);
  }
}
