package io.chasqui.modem.at;

/** The SIM needs its operator; the message says for what. */
final class SimRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  SimRefusedException(String message) {
    super(message);
  }
}
