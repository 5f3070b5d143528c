package io.chasqui.smpp.wire;

import java.io.IOException;

/** The peer answered our bind, and not with {@link CommandStatus#OK}. */
public class BindRefusedException extends IOException {
  private final int status;

  public BindRefusedException(int status) {
    super("bind refused with " + CommandStatus.describe(status));
    this.status = status;
  }

  /** Whether the credentials are wrong: nothing that waiting will change. */
  public boolean isForCredentials() {
    return switch (status) {
      case CommandStatus.BIND_FAILED,
          CommandStatus.INVALID_PASSWORD,
          CommandStatus.INVALID_SYSTEM_ID ->
          true;
      default -> false;
    };
  }
}
