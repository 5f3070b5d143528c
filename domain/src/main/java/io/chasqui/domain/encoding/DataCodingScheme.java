package io.chasqui.domain.encoding;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The data_coding octet (SMPP 3.4, 5.2.19; 3GPP TS 23.038, 4).
 *
 * @param value 0-255
 */
public record DataCodingScheme(int value) implements Serializable {
  public static final DataCodingScheme DEFAULT = new DataCodingScheme(0x00);
  public static final DataCodingScheme ASCII = new DataCodingScheme(0x01);
  public static final DataCodingScheme LATIN1 = new DataCodingScheme(0x03);
  public static final DataCodingScheme BINARY = new DataCodingScheme(0x04);
  public static final DataCodingScheme UCS2 = new DataCodingScheme(0x08);

  public DataCodingScheme {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("data_coding " + value + " is not an octet");
    }
  }

  public static DataCodingScheme of(int value) {
    return new DataCodingScheme(value & 0xFF);
  }

  /** 0 (shown at once, not stored) to 3, when the coding names one. */
  public OptionalInt messageClass() {
    boolean named = isGeneral() ? (value & 0x10) != 0 : value >> 4 == 0xF;
    return named ? OptionalInt.of(value & 0x03) : OptionalInt.empty();
  }

  /** Whether the text is compressed (3GPP TS 23.042); nobody reads it here. */
  public boolean isCompressed() {
    return isGeneral() && (value & 0x20) != 0;
  }

  /** What a voice mailbox says, when the coding is of its groups C, D and E. */
  public Optional<MessageWaiting> messageWaiting() {
    int group = value >> 4;
    return group >= 0xC && group <= 0xE
        ? Optional.of(MessageWaiting.ofBits(value))
        : Optional.empty();
  }

  /** The alphabet of ours that its octets are in, when they are in one. */
  public Optional<Alphabet> alphabet() {
    return switch (Reading.of(this)) {
      case GSM7 -> Optional.of(Alphabet.GSM7);
      case UCS2 -> Optional.of(Alphabet.UCS2);
      default -> Optional.empty();
    };
  }

  /** The groups 00xx and 01xx, but for the values SMPP gives names to. */
  private boolean isGeneral() {
    return value >= 0x10 && value < 0x80;
  }
}
