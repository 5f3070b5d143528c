package io.chasqui.smpp.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.bean.Command;

/**
 * Reads PDUs of 16 to 65536 octets; jSMPP's own reader allocates whatever command_length says, up
 * to 2 GB. What the tap takes never reaches jSMPP: answers and deliveries are handled on the
 * reading thread, in their order, so none that was read is lost to a session that closes behind it.
 */
final class BoundedPduReader extends DefaultPDUReader {
  static final int MAX_LENGTH = 65536;
  private static final int HEADER = 16;

  /** Takes the PDUs that are ours, and hears why no more come. */
  interface Tap {
    boolean takes(Command header);

    void onPdu(Command header, byte[] pdu);

    void onRead();

    void onEnd(String reason);

    void onBadLength();
  }

  private volatile Tap tap;

  void tap(Tap tap) {
    this.tap = tap;
  }

  /** The header of the next PDU that is left to jSMPP. */
  @Override
  public Command readPDUHeader(DataInputStream in) throws IOException {
    try {
      Command header = header(in);
      while (tap.takes(header)) {
        tap.onPdu(header, super.readPDU(in, header));
        header = header(in);
      }
      return header;
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
    tap.onRead();
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
}
