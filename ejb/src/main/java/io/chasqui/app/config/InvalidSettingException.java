package io.chasqui.app.config;

/** A setting that the gateway cannot start with; the message is for its operator, one line. */
public class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSettingException(String name, String value, String allowed) {
    super("setting %s is '%s', but must be %s".formatted(name, value, allowed));
  }
}
