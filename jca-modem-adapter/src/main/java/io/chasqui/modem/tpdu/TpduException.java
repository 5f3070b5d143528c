package io.chasqui.modem.tpdu;

/** Octets that are no TPDU; the message names the field, never its content. */
public final class TpduException extends Exception {
  private static final long serialVersionUID = 1;

  public TpduException(String message) {
    super(message);
  }
}
