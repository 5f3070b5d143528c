package io.chasqui.smpp.smsc;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A PDU as octets, independent of any SMPP library. */
public record Pdu(int command, int status, int sequence, byte[] body) {
  public static final int BIND_RECEIVER = 0x01;
  public static final int BIND_TRANSMITTER = 0x02;
  public static final int SUBMIT_SM = 0x04;
  public static final int DELIVER_SM = 0x05;
  public static final int UNBIND = 0x06;
  public static final int BIND_TRANSCEIVER = 0x09;
  public static final int DATA_SM = 0x103;
  public static final int ENQUIRE_LINK = 0x15;
  public static final int RESPONSE = 0x80000000;
  public static final int GENERIC_NACK = RESPONSE;

  private static final int HEADER = 16;
  private static final byte[] NONE = {};

  public static Pdu of(int command, int status, int sequence) {
    return new Pdu(command, status, sequence, NONE);
  }

  public static Pdu of(int command, int status, int sequence, String text) {
    return new Pdu(command, status, sequence, (text + "\0").getBytes(StandardCharsets.ISO_8859_1));
  }

  public static Pdu read(DataInputStream in) throws IOException {
    int length = in.readInt();
    int command = in.readInt();
    int status = in.readInt();
    int sequence = in.readInt();
    byte[] body = new byte[length - HEADER];
    in.readFully(body);
    return new Pdu(command, status, sequence, body);
  }

  public byte[] octets() {
    return ByteBuffer.allocate(HEADER + body.length)
        .putInt(HEADER + body.length)
        .putInt(command)
        .putInt(status)
        .putInt(sequence)
        .put(body)
        .array();
  }

  public boolean isBind() {
    return command == BIND_RECEIVER || command == BIND_TRANSMITTER || command == BIND_TRANSCEIVER;
  }

  /** The short_message of a submit_sm. */
  public String text() {
    return new String(shortMessage(), StandardCharsets.ISO_8859_1);
  }

  public byte[] shortMessage() {
    ByteBuffer fields = ByteBuffer.wrap(body);
    cString(fields);
    fields.getShort();
    cString(fields);
    fields.getShort();
    cString(fields);
    fields.get();
    fields.getShort();
    cString(fields);
    cString(fields);
    fields.getInt();
    byte[] text = new byte[fields.get() & 0xFF];
    fields.get(text);
    return text;
  }

  private static void cString(ByteBuffer fields) {
    while (fields.get() != 0) {
      // Up to its NUL.
    }
  }
}
