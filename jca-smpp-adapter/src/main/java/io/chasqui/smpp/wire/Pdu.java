package io.chasqui.smpp.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One PDU as it is on the wire, header included (SMPP 3.4, 3.2). The octets are not copied: whoever
 * gives them away changes them no more.
 */
public record Pdu(byte[] octets) {
  public static final int HEADER = 16;
  private static final int COMMAND_ID = 4;
  private static final int COMMAND_STATUS = 8;
  private static final int SEQUENCE_NUMBER = 12;

  public Pdu {
    if (octets.length < HEADER) {
      throw new IllegalArgumentException(octets.length + " octets are no PDU");
    }
  }

  /** A PDU of a header only. */
  public static Pdu of(CommandId command, int status, int sequence) {
    return new Pdu(
        ByteBuffer.allocate(HEADER)
            .putInt(HEADER)
            .putInt(command.code())
            .putInt(status)
            .putInt(sequence)
            .array());
  }

  /** command_id as it came. */
  public int code() {
    return field(COMMAND_ID);
  }

  /** Empty when SMPP 3.4 does not know it. */
  public Optional<CommandId> command() {
    return CommandId.of(code());
  }

  public boolean is(CommandId command) {
    return code() == command.code();
  }

  public boolean isResponse() {
    return CommandId.isResponse(code());
  }

  /** command_status; see {@link CommandStatus}. */
  public int status() {
    return field(COMMAND_STATUS);
  }

  /** sequence_number, any 32 bits the peer chose. */
  public int sequence() {
    return field(SEQUENCE_NUMBER);
  }

  public int length() {
    return octets.length;
  }

  /** Octets behind the header, by command_length. */
  int bodyLength() {
    return field(0) - HEADER;
  }

  /** The header alone, which still tells the body's length. */
  Pdu cut() {
    return new Pdu(Arrays.copyOf(octets, HEADER));
  }

  boolean isCut() {
    return octets.length != field(0);
  }

  private int field(int at) {
    return ByteBuffer.wrap(octets).getInt(at);
  }

  /** Never the content. */
  @Override
  public String toString() {
    String name = command().map(CommandId::toString).orElse("command_id 0x%08x".formatted(code()));
    return "%s #%d".formatted(name, Integer.toUnsignedLong(sequence()));
  }
}
