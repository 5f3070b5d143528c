package io.chasqui.simulator;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;

/**
 * How a message id is written. Carriers differ, and some write it one way in submit_sm_resp and
 * another way in the receipt.
 */
public enum IdStyle {
  DECIMAL,
  HEX,
  UPPER_HEX,
  UUID,
  ZERO_PADDED;

  /**
   * @throws IllegalArgumentException when no style has this name
   */
  public static IdStyle parse(String text) {
    return OptionText.constant(IdStyle.class, text);
  }

  String write(long number) {
    return switch (this) {
      case DECIMAL -> Long.toString(number);
      case HEX -> Long.toHexString(number);
      case UPPER_HEX -> Long.toHexString(number).toUpperCase(Locale.ROOT);
      case UUID -> nameUuid(number).toString();
      case ZERO_PADDED -> String.format(Locale.ROOT, "%020d", number);
    };
  }

  private static UUID nameUuid(long number) {
    return java.util.UUID.nameUUIDFromBytes(
        ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  @Override
  public String toString() {
    return OptionText.of(this);
  }
}
