package io.chasqui.simulator;

/** On or off; picocli takes no value behind a boolean option unless it reads true or false. */
enum Toggle {
  ON,
  OFF;

  static Toggle parse(String text) {
    return OptionText.constant(Toggle.class, text);
  }

  @Override
  public String toString() {
    return OptionText.of(this);
  }
}
