package io.chasqui.smpp.wire;

/** A PDU whose body is not what its command_id promises. */
public class UnreadablePduException extends Exception {
  private final int status;

  UnreadablePduException(Pdu pdu, int status, Exception cause) {
    super("%s cannot be read: %s".formatted(pdu, CommandStatus.describe(status)), cause);
    this.status = status;
  }

  /** The command_status to refuse it with. */
  public int status() {
    return status;
  }
}
