package io.chasqui.app.refusal;

/** One field of the request does not fit what there is, such as a client that does not exist. */
public final class InvalidFieldException extends RefusedException {
  private static final long serialVersionUID = 1L;
  private final String field;

  /**
   * @param field as the API names it
   */
  public InvalidFieldException(String field, String detail) {
    super(detail);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
