package io.chasqui.smpp.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.bean.Command;

/**
 * Reads PDUs of 16 to 65536 octets; jSMPP's own reader allocates whatever command_length says, up
 * to 2 GB. Shows each PDU to a tap on the reading thread, before jSMPP queues it: so an answer that
 * was read is never lost to a session that closes right behind it.
 */
final class BoundedPduReader extends DefaultPDUReader {
  static final int MAX_LENGTH = 65536;
  private static final int HEADER = 16;

  /** Sees what was read, or why nothing more can be. */
  interface Tap {
    void onPdu(Command header, byte[] pdu);

    void onEnd(String reason);

    void onBadLength();
  }

  private volatile Tap tap;

  void tap(Tap tap) {
    this.tap = tap;
  }

  @Override
  public Command readPDUHeader(DataInputStream in) throws IOException {
    try {
      return header(in);
    } catch (EOFException e) {
      tap.onEnd("the peer closed the connection");
      throw e;
    } catch (IOException e) {
      tap.onEnd(e.getMessage());
      throw e;
    }
  }

  private Command header(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < HEADER || length > MAX_LENGTH) {
      tap.onBadLength();
      throw new IOException(
          "the peer sent command_length %d, allowed are %d-%d"
              .formatted(Integer.toUnsignedLong(length), HEADER, MAX_LENGTH));
    }
    Command header = new Command();
    header.setCommandLength(length);
    header.setCommandId(in.readInt());
    header.setCommandStatus(in.readInt());
    header.setSequenceNumber(in.readInt());
    return header;
  }

  @Override
  public byte[] readPDU(DataInputStream in, Command header) throws IOException {
    try {
      byte[] pdu = super.readPDU(in, header);
      tap.onPdu(header, pdu);
      return pdu;
    } catch (IOException e) {
      tap.onEnd("the peer closed the connection within a PDU");
      throw e;
    }
  }
}
