package io.chasqui.app.messaging;

/** An envelope of another version or damaged: trying again will not help. */
public class UnreadableEnvelopeException extends RuntimeException {
  public UnreadableEnvelopeException(String message, Throwable cause) {
    super(message, cause);
  }
}
