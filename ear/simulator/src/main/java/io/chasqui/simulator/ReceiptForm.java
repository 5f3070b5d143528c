package io.chasqui.simulator;

/** Where a receipt says what it has to say: in its text, in its TLVs, or in both. */
public enum ReceiptForm {
  TEXT,
  TLV,
  BOTH;

  /**
   * @throws IllegalArgumentException when no form has this name
   */
  public static ReceiptForm parse(String text) {
    return OptionText.constant(ReceiptForm.class, text);
  }

  boolean hasText() {
    return this != TLV;
  }

  boolean hasTlvs() {
    return this != TEXT;
  }

  @Override
  public String toString() {
    return OptionText.of(this);
  }
}
