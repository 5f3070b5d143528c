package io.chasqui.modem.tpdu;

import io.chasqui.domain.receipt.ReceiptState;

/**
 * TP-ST (3GPP TS 23.040, 9.2.3.15).
 *
 * @param value 0-255
 */
public record TpStatus(int value) {
  private static final int VALIDITY_EXPIRED = 0x46;
  private static final int DELETED_BY_SENDER = 0x48;
  private static final int DELETED_BY_CENTRE = 0x49;

  public TpStatus {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("TP-ST " + value + " is not an octet");
    }
  }

  public ReceiptState state() {
    return switch (value) {
      case VALIDITY_EXPIRED -> ReceiptState.EXPIRED;
      case DELETED_BY_SENDER, DELETED_BY_CENTRE -> ReceiptState.DELETED;
      default -> ofRange();
    };
  }

  private ReceiptState ofRange() {
    return switch (value >> 5) {
      case 0 -> ReceiptState.DELIVERED;
      case 1 -> ReceiptState.ENROUTE;
      case 2, 3 -> ReceiptState.UNDELIVERABLE;
      default -> ReceiptState.UNKNOWN;
    };
  }

  /** As it is written in a receipt's err field: three decimal digits. */
  public String code() {
    return "%03d".formatted(value);
  }
}
