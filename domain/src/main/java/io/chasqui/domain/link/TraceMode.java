package io.chasqui.domain.link;

/** Whether a link's PDUs are kept for a while, to be looked at. */
public enum TraceMode {
  OFF,
  /** Everything but what people wrote to each other. */
  MASKED,
  /** Message texts as well: only where that is allowed. */
  WITH_CONTENT;

  public boolean isOn() {
    return this != OFF;
  }
}
