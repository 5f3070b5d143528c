package io.chasqui.domain.encoding;

/**
 * A part's place in a long message (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8).
 *
 * @param reference 0-255, or 0-65535 in the 16-bit form; shared by the parts of one message
 * @param total count of parts, 1-255
 * @param sequence 1-based number of this part, not above {@code total}
 */
public record Concatenation(int reference, int total, int sequence) {
  public Concatenation {
    if (reference < 0 || reference > 0xFFFF || !isPlace(total, sequence)) {
      throw new IllegalArgumentException(
          "part %d of %d, reference %d".formatted(sequence, total, reference));
    }
  }

  static boolean isPlace(int total, int sequence) {
    return total >= 1 && total <= 255 && sequence >= 1 && sequence <= total;
  }
}
