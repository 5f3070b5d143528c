package io.chasqui.app.refusal;

/** The request contradicts what there is, such as a second connector of the same id. */
public final class ConflictException extends RefusedException {
  private static final long serialVersionUID = 1L;

  public ConflictException(String message) {
    super(message);
  }
}
