package io.chasqui.smpp.mapping;

import io.chasqui.smpp.wire.CommandStatus;

/**
 * A request that cannot be done as it is written. It has no stack trace: the peer decides how many
 * of these there are.
 */
public final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;
  private final int status;

  BadRequestException(int status, String reason) {
    super(CommandStatus.describe(status) + ": " + reason, null, false, false);
    this.status = status;
  }

  /** command_status of the answer (SMPP 3.4, 5.1.3). */
  public int status() {
    return status;
  }
}
