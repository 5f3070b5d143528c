package io.chasqui.simulator;

/** The states of a message as receipts name them (SMPP 3.4 section 5.2.28 and appendix B). */
public enum ReceiptState {
  DELIVRD(2),
  EXPIRED(3),
  DELETED(4),
  UNDELIV(5),
  ACCEPTD(6),
  UNKNOWN(7),
  REJECTD(8);

  private final int value;

  ReceiptState(int value) {
    this.value = value;
  }

  /** The value of the message_state TLV. */
  public int value() {
    return value;
  }
}
