package io.chasqui.database;

/** The database cannot be had; the message is one sentence an operator can act on. */
public final class DatabaseStartException extends RuntimeException {
  public DatabaseStartException(String message) {
    this(message, null);
  }

  /**
   * Carries no stack of its own: the sentence says it all, the cause has what a developer needs.
   */
  public DatabaseStartException(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
