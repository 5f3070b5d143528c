package io.chasqui.simulator;

/**
 * What became of a message.
 *
 * @param error the three characters behind {@code err:}
 */
record ReceiptOutcome(ReceiptState state, String error) {

  static final ReceiptOutcome DELIVERED = new ReceiptOutcome(ReceiptState.DELIVRD, "000");

  boolean delivered() {
    return state == ReceiptState.DELIVRD;
  }
}
