package io.chasqui.domain.receipt;

/** message_state (SMPP 3.4, 5.2.28) with the words of the receipt's text (appendix B). */
public enum ReceiptState {
  ENROUTE(1, "ENROUTE"),
  DELIVERED(2, "DELIVRD"),
  EXPIRED(3, "EXPIRED"),
  DELETED(4, "DELETED"),
  UNDELIVERABLE(5, "UNDELIV"),
  ACCEPTED(6, "ACCEPTD"),
  UNKNOWN(7, "UNKNOWN"),
  REJECTED(8, "REJECTD");

  private final int code;
  private final String word;

  ReceiptState(int code, String word) {
    this.code = code;
    this.word = word;
  }

  public int code() {
    return code;
  }

  public String word() {
    return word;
  }

  /** Whether the network has stopped trying. */
  public boolean isFinal() {
    return switch (this) {
      case ENROUTE, ACCEPTED, UNKNOWN -> false;
      default -> true;
    };
  }
}
