package io.chasqui.app.options;

/** A stored document holds what this version cannot make sense of; the message names it. */
public class UnreadableOptionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableOptionsException(String message) {
    super("stored settings: " + message);
  }
}
