package io.chasqui.modem.hilink;

import java.io.IOException;

/** The stick was not reached: it has certainly done nothing. */
final class UnsentException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsentException(String message, Throwable cause) {
    super(message, cause);
  }
}
