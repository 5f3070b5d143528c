package io.chasqui.domain.operations;

/** The wire behind a connector. */
public enum ConnectorKind {
  SMPP,
  /** A modem on a serial port, or several modems of any wire. */
  MODEM,
  /** One HiLink stick. */
  HILINK;

  public boolean isModem() {
    return this != SMPP;
  }
}
