package io.chasqui.domain.esme;

/**
 * The registered_delivery octet (SMPP 3.4, 5.2.17): which receipts the sender asks for.
 *
 * @param value 0-255
 */
public record RegisteredDelivery(int value) {
  public static final RegisteredDelivery NONE = new RegisteredDelivery(0);
  public static final RegisteredDelivery FINAL = new RegisteredDelivery(1);

  private static final int RECEIPT = 0x03;
  private static final int ALWAYS = 1;
  private static final int ON_FAILURE = 2;

  /** SMPP 5.0, 4.7.21. */
  private static final int ON_SUCCESS = 3;

  private static final int INTERMEDIATE = 0x10;

  public RegisteredDelivery {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("registered_delivery " + value + " is not an octet");
    }
  }

  /** Whether a final receipt is due for a message that was delivered, or was not. */
  public boolean wantsFinal(boolean delivered) {
    return switch (value & RECEIPT) {
      case ALWAYS -> true;
      case ON_FAILURE -> !delivered;
      case ON_SUCCESS -> delivered;
      default -> false;
    };
  }

  /** Whether the carrier must be asked for a receipt at all. */
  public boolean wantsAny() {
    return (value & RECEIPT) != 0 || wantsIntermediate();
  }

  public boolean wantsIntermediate() {
    return (value & INTERMEDIATE) != 0;
  }
}
