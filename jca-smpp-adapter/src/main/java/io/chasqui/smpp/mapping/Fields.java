package io.chasqui.smpp.mapping;

import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A request's body, field by field (SMPP 3.4, 3.1 and 3.2). A field that is not as it should be is
 * refused with its own status, which a general decoder cannot tell.
 */
final class Fields {
  /** Octets of a short_message at most (SMPP 3.4, 5.2.22). */
  static final int SHORT_MESSAGE_MOST = 254;

  private static final int DELETE = 0x7F;

  private final ByteBuffer rest;

  Fields(Pdu pdu) {
    rest = ByteBuffer.wrap(pdu.octets(), Pdu.HEADER, pdu.length() - Pdu.HEADER);
  }

  int octet() throws BadRequestException {
    if (!rest.hasRemaining()) {
      throw tooShort();
    }
    return rest.get() & 0xFF;
  }

  /** {@link #octet} of at most {@code most}, else refused with {@code status}. */
  int octet(int most, int status, String name) throws BadRequestException {
    int value = octet();
    if (value > most) {
      throw new BadRequestException(status, name + " " + value);
    }
    return value;
  }

  /**
   * A C-octet string of printable characters.
   *
   * @param most octets with the NUL
   * @param status of the refusal when it is longer or not printable
   */
  String text(int most, int status, String name) throws BadRequestException {
    int start = rest.position();
    int octet = octet();
    while (octet != 0) {
      if (octet < ' ' || octet == DELETE || rest.position() - start >= most) {
        throw new BadRequestException(status, name + " is too long or not printable");
      }
      octet = octet();
    }
    return new String(
        rest.array(), start, rest.position() - start - 1, StandardCharsets.ISO_8859_1);
  }

  /** sm_length and short_message (SMPP 3.4, 5.2.21 and 5.2.22). */
  byte[] shortMessage() throws BadRequestException {
    int length = octet();
    if (length > SHORT_MESSAGE_MOST || length > rest.remaining()) {
      throw new BadRequestException(
          CommandStatus.INVALID_MESSAGE_LENGTH,
          "sm_length %d with %d octets left".formatted(length, rest.remaining()));
    }
    byte[] octets = new byte[length];
    rest.get(octets);
    return octets;
  }

  /** All that is left. */
  Tlvs tlvs() throws BadRequestException {
    return Tlvs.read(rest)
        .orElseThrow(
            () ->
                new BadRequestException(
                    CommandStatus.INVALID_OPTIONAL_PART, "what follows is no row of TLVs"));
  }

  private static BadRequestException tooShort() {
    return new BadRequestException(
        CommandStatus.INVALID_COMMAND_LENGTH, "the PDU ends within its mandatory fields");
  }
}
