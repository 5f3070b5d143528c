package io.chasqui.domain.link;

/** Which receipts are asked of an SMSC (registered_delivery, SMPP 3.4, 5.2.17). */
public enum ReceiptRequests {
  /** Each message's own wish. */
  AS_ASKED,
  /** A final receipt of every message. */
  ALWAYS,
  /** A receipt of failures only, whatever the message's wish. */
  FAILURES,
  NEVER;

  private static final int NONE = 0;
  private static final int FINAL = 1;
  private static final int FAILURE = 2;

  /** Whether a message that was sent has a receipt to come, whatever became of it. */
  public boolean tellsOfSuccess() {
    return this == AS_ASKED || this == ALWAYS;
  }

  public int registeredDelivery(boolean asked) {
    return switch (this) {
      case AS_ASKED -> asked ? FINAL : NONE;
      case ALWAYS -> FINAL;
      case FAILURES -> FAILURE;
      case NEVER -> NONE;
    };
  }
}
