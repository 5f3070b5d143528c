package io.chasqui.app.refusal;

/** What was asked for does not exist, or not for the one who asked. */
public final class NoSuchThingException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what e.g. "client"
   */
  public NoSuchThingException(String what, Object id) {
    super("there is no %s '%s'".formatted(what, id));
  }
}
