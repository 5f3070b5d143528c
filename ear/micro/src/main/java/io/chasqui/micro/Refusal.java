package io.chasqui.micro;

/** Why the gateway does not start, in one line that says what to change. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String line) {
    super(line);
  }

  Refusal(String line, Throwable cause) {
    super(line, cause);
  }
}
