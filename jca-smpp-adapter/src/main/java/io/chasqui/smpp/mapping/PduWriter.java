package io.chasqui.smpp.mapping;

import io.chasqui.domain.address.Address;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.Pdu;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A PDU in the making, field by field. Text is Latin-1, as it is read; jSMPP's composer would write
 * it in the platform's own character set.
 */
final class PduWriter {
  private static final int TYPICAL_BODY = 128;

  private final CommandId command;
  private final int status;
  private final int sequence;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(TYPICAL_BODY);

  PduWriter(CommandId command, int status, int sequence) {
    this.command = command;
    this.status = status;
    this.sequence = sequence;
  }

  PduWriter octet(int value) {
    body.write(value);
    return this;
  }

  PduWriter number(int value) {
    body.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    return this;
  }

  PduWriter octets(byte[] value) {
    body.writeBytes(value);
    return this;
  }

  /** A C-octet string. */
  PduWriter text(String value) {
    return octets(latin(value)).octet(0);
  }

  PduWriter address(Address address) {
    return octet(address.ton()).octet(address.npi()).text(address.value());
  }

  PduWriter tlv(int tag, byte... value) {
    return octet(tag >> 8).octet(tag).octet(value.length >> 8).octet(value.length).octets(value);
  }

  PduWriter textTlv(int tag, String value) {
    return tlv(tag, latin(value + '\0'));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  Pdu pdu() {
    return new Pdu(
        ByteBuffer.allocate(Pdu.HEADER + body.size())
            .putInt(Pdu.HEADER + body.size())
            .putInt(command.code())
            .putInt(status)
            .putInt(sequence)
            .put(body.toByteArray())
            .array());
  }
}
