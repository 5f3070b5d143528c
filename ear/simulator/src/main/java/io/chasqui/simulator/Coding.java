package io.chasqui.simulator;

/** The alphabet of an injected message. */
public enum Coding {
  /** GSM 7-bit when all characters allow it, else UCS-2. */
  AUTO,
  GSM,
  UCS2;

  /**
   * @throws IllegalArgumentException when no alphabet has this name
   */
  public static Coding parse(String text) {
    return OptionText.constant(Coding.class, text);
  }

  @Override
  public String toString() {
    return OptionText.of(this);
  }
}
