package io.chasqui.domain.modem;

/** The modem did not do what an operator asked of it; the message says why. */
public class ModemRefusedException extends RuntimeException {
  public ModemRefusedException(String message) {
    super(message);
  }
}
