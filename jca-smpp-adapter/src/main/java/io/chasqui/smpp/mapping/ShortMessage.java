package io.chasqui.smpp.mapping;

import io.chasqui.domain.encoding.UserData;
import io.chasqui.smpp.wire.CommandStatus;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/** A submitted message's content, wherever the PDU has it, in the one form that goes inward. */
final class ShortMessage {
  private static final int UDHI = 0x40;

  private ShortMessage() {}

  /**
   * @param text short_message; empty = message_payload has it
   * @throws BadRequestException when the content is given twice, or contradicts its header
   */
  static UserData of(int esmClass, byte[] text, Tlvs tlvs) throws BadRequestException {
    Optional<byte[]> payload = tlvs.octets(Tlvs.MESSAGE_PAYLOAD);
    if (text.length > 0 && payload.isPresent()) {
      throw new BadRequestException(
          CommandStatus.OPTIONAL_NOT_ALLOWED, "message_payload beside a short_message");
    }
    byte[] content = payload.orElse(text);
    return (esmClass & UDHI) != 0 ? headed(content, tlvs) : plain(content, tlvs);
  }

  private static UserData headed(byte[] content, Tlvs tlvs) throws BadRequestException {
    if (tlvs.has(Tlvs.SAR_REFERENCE)) {
      throw new BadRequestException(
          CommandStatus.OPTIONAL_NOT_ALLOWED, "segmentation by TLVs beside a user data header");
    }
    if (content.length == 0 || (content[0] & 0xFF) >= content.length) {
      throw new BadRequestException(
          CommandStatus.INVALID_ESM_CLASS, "a user data header is told of, the content has none");
    }
    return new UserData(content, true);
  }

  private static UserData plain(byte[] content, Tlvs tlvs) throws BadRequestException {
    requireWholeSar(tlvs);
    return SarHeader.of(tlvs)
        .map(header -> new UserData(joined(header, content), true))
        .orElseGet(() -> new UserData(content, false));
  }

  /** All three or none (SMPP 3.4, 5.3.2.22), of their lengths, and a part within its total. */
  private static void requireWholeSar(Tlvs tlvs) throws BadRequestException {
    OptionalInt reference = number(tlvs, Tlvs.SAR_REFERENCE, 2);
    OptionalInt total = number(tlvs, Tlvs.SAR_TOTAL, 1);
    OptionalInt sequence = number(tlvs, Tlvs.SAR_SEQUENCE, 1);
    if (reference.isPresent() != total.isPresent() || total.isPresent() != sequence.isPresent()) {
      throw new BadRequestException(
          CommandStatus.MISSING_OPTIONAL, "segmentation takes three TLVs, some are missing");
    }
    if (total.isPresent() && !isPlace(sequence.getAsInt(), total.getAsInt())) {
      throw new BadRequestException(
          CommandStatus.INVALID_OPTIONAL_VALUE,
          "segment %d of %d".formatted(sequence.getAsInt(), total.getAsInt()));
    }
  }

  private static boolean isPlace(int sequence, int total) {
    return sequence >= 1 && sequence <= total;
  }

  private static OptionalInt number(Tlvs tlvs, int tag, int length) throws BadRequestException {
    Optional<byte[]> octets = tlvs.octets(tag);
    if (octets.isPresent() && octets.get().length != length) {
      throw new BadRequestException(
          CommandStatus.INVALID_OPTIONAL_LENGTH,
          "TLV 0x%04x has %d octets, not %d".formatted(tag, octets.get().length, length));
    }
    return tlvs.number(tag);
  }

  private static byte[] joined(byte[] header, byte[] text) {
    return ByteBuffer.allocate(header.length + text.length).put(header).put(text).array();
  }
}
