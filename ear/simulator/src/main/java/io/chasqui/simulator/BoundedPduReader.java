package io.chasqui.simulator;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/** Refuses a command_length beyond any real PDU instead of allocating what a stranger asks for. */
final class BoundedPduReader extends DefaultPDUReader {

  /** The mandatory fields, and a message_payload of 64 KiB. */
  static final int MOST = 66_560;

  @Override
  public Command readPDUHeader(DataInputStream in)
      throws InvalidCommandLengthException, IOException {
    int length = in.readInt();
    if (length < SMPPConstant.PDU_HEADER_LENGTH || length > MOST) {
      throw new InvalidCommandLengthException("command_length " + length);
    }
    Command header = new Command();
    header.setCommandLength(length);
    header.setCommandId(in.readInt());
    header.setCommandStatus(in.readInt());
    header.setSequenceNumber(in.readInt());
    return header;
  }
}
