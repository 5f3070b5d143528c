package io.chasqui.domain.encoding;

import java.util.List;

/**
 * A part's place in a long message (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8).
 *
 * @param reference 0-255, or 0-65535 in the 16-bit form; shared by the parts of one message
 * @param total count of parts, 1-255
 * @param sequence 1-based number of this part, not above {@code total}
 * @param referenceBits 8 or 16: one reference in both forms belongs to two messages
 */
public record Concatenation(int reference, int total, int sequence, int referenceBits) {
  public Concatenation {
    boolean fits = referenceBits == 16 || referenceBits == 8 && reference <= 0xFF;
    if (reference < 0 || reference > 0xFFFF || !fits || !isPlace(total, sequence)) {
      throw new IllegalArgumentException(
          "part %d of %d, reference %d of %d bits"
              .formatted(sequence, total, reference, referenceBits));
    }
  }

  /** In the 8-bit form when the reference fits. */
  public Concatenation(int reference, int total, int sequence) {
    this(reference, total, sequence, reference <= 0xFF ? 8 : 16);
  }

  /** The payload, which has no header, behind one that tells this place. */
  public UserData before(byte[] payload) {
    InformationElement place =
        referenceBits == 8 ? UserDataHeader.element8(this) : UserDataHeader.element16(this);
    return UserDataHeader.of(List.of(place)).before(payload);
  }

  static boolean isPlace(int total, int sequence) {
    return total >= 1 && total <= 255 && sequence >= 1 && sequence <= total;
  }
}
