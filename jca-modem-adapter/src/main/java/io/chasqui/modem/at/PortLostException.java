package io.chasqui.modem.at;

/** The device is gone, or not there; the message says which. */
final class PortLostException extends Exception {
  private static final long serialVersionUID = 1;

  PortLostException(String message) {
    super(message);
  }
}
