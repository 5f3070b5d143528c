package io.chasqui.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What ESMEs say (SMPP 3.4, 4), composed without the code that is measured. */
public final class EsmePdus {
  public static final int HEADER = 16;
  public static final int RESPONSE = 0x8000_0000;
  public static final int SUBMIT_SM = 0x04;
  public static final int DELIVER_SM = 0x05;
  public static final int BIND_TRANSCEIVER = 0x09;
  public static final int ENQUIRE_LINK = 0x15;
  public static final String PASSWORD = "secret";
  static final int UNBIND = 0x06;

  private static final byte[] SUBMIT =
      message(0, 1, new Envelope("Shop", "5511999990000"), "Your order is on its way");

  private EsmePdus() {}

  /** From whom to whom. */
  public record Envelope(String from, String to) {}

  public static byte[] pdu(int command, int sequence, byte... body) {
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

  public static byte[] bind(String systemId, String password) {
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

  /** A submit_sm that asks for a receipt. */
  public static byte[] submit(int sequence, Envelope envelope, String text) {
    return pdu(SUBMIT_SM, sequence, message(0, 1, envelope, text));
  }

  /** The body that submit_sm and deliver_sm share (SMPP 3.4, 4.4.1 and 4.6.1). */
  static byte[] message(int esmClass, int registered, Envelope envelope, String text) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(160);
    text(body, "");
    boolean alphanumeric = !Character.isDigit(envelope.from().charAt(0));
    body.writeBytes(alphanumeric ? new byte[] {5, 0} : new byte[] {1, 1});
    text(body, envelope.from());
    body.writeBytes(new byte[] {1, 1});
    text(body, envelope.to());
    body.writeBytes(new byte[] {(byte) esmClass, 0, 0, 0, 0});
    body.writeBytes(new byte[] {(byte) registered, 0, 0, 0, (byte) text.length()});
    body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private static void text(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    body.write(0);
  }
}
