package io.chasqui.smpp.mapping;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Segmentation by TLVs (SMPP 3.4, 5.3.2.22-24), rewritten as the user data header that says the
 * same, so that one form goes inward.
 */
final class SarHeader {
  private static final byte UDHL = 6;
  private static final byte CONCATENATED_16_BIT = 0x08;
  private static final byte IE_LENGTH = 4;

  private SarHeader() {}

  /** The header (3GPP TS 23.040, 9.2.3.24.8), when the PDU carries all three parameters. */
  static Optional<byte[]> of(Tlvs tlvs) {
    OptionalInt reference = tlvs.number(Tlvs.SAR_REFERENCE);
    OptionalInt total = tlvs.number(Tlvs.SAR_TOTAL);
    OptionalInt sequence = tlvs.number(Tlvs.SAR_SEQUENCE);
    if (reference.isEmpty() || total.isEmpty() || sequence.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(header(reference.getAsInt(), total.getAsInt(), sequence.getAsInt()));
  }

  private static byte[] header(int reference, int total, int sequence) {
    return new byte[] {
      UDHL,
      CONCATENATED_16_BIT,
      IE_LENGTH,
      (byte) (reference >> 8),
      (byte) reference,
      (byte) total,
      (byte) sequence
    };
  }
}
