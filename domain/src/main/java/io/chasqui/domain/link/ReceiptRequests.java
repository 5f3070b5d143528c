package io.chasqui.domain.link;

/** Which receipts are asked of an SMSC (registered_delivery, SMPP 3.4, 5.2.17). */
public enum ReceiptRequests {
  /** Each message's own wish. */
  AS_ASKED,
  /** Likewise, intermediate notifications too: for carriers that can send them. */
  AS_ASKED_WITH_INTERMEDIATE,
  /** A final receipt of every message. */
  ALWAYS,
  /** A receipt of failures only, whatever the message's wish. */
  FAILURES,
  NEVER;

  private static final int NONE = 0;
  private static final int FINAL = 1;
  private static final int FAILURE = 2;
  private static final int INTERMEDIATE = 0x10;

  /** Whether a message that was sent has a receipt to come, whatever became of it. */
  public boolean tellsOfSuccess() {
    return this == AS_ASKED || this == AS_ASKED_WITH_INTERMEDIATE || this == ALWAYS;
  }

  /**
   * @param asked whether a final receipt is wanted
   * @param intermediate whether notifications on the way to it are wanted
   */
  public int registeredDelivery(boolean asked, boolean intermediate) {
    int wish = asked ? FINAL : NONE;
    return switch (this) {
      case AS_ASKED -> wish;
      case AS_ASKED_WITH_INTERMEDIATE -> intermediate ? wish | INTERMEDIATE : wish;
      case ALWAYS -> FINAL;
      case FAILURES -> FAILURE;
      case NEVER -> NONE;
    };
  }
}
