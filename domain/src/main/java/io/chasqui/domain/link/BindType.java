package io.chasqui.domain.link;

/** SMPP 3.4, section 2.3: what an ESME may do on a session. */
public enum BindType {
  TRANSMITTER,
  RECEIVER,
  TRANSCEIVER;

  public boolean canSubmit() {
    return this != RECEIVER;
  }
}
