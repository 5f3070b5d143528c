package io.chasqui.modem.hilink;

import java.io.IOException;

/** The stick answered with an error. */
final class HilinkException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int code;

  HilinkException(int code) {
    super("error %d (%s)".formatted(code, HilinkError.words(code)));
    this.code = code;
  }

  int code() {
    return code;
  }
}
