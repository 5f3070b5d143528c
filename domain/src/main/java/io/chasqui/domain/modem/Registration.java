package io.chasqui.domain.modem;

/** Whether a network serves the SIM (3GPP TS 27.007, 7.2). */
public enum Registration {
  NONE,
  HOME,
  SEARCHING,
  DENIED,
  UNKNOWN,
  ROAMING;

  public boolean isServed() {
    return this == HOME || this == ROAMING;
  }
}
