package io.chasqui.modem.at;

/** The modem answers nothing, or nonsense; the message says to what. */
final class ModemSilentException extends Exception {
  private static final long serialVersionUID = 1;

  ModemSilentException(String message) {
    super(message);
  }
}
