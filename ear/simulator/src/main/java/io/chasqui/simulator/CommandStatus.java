package io.chasqui.simulator;

/** The command_status values the simulator itself uses (SMPP 3.4 section 5.1.3). */
public final class CommandStatus {

  /** No answer at all: not a value on the wire. */
  public static final int NONE = -1;

  public static final int OK = 0x00;
  public static final int INVALID_COMMAND = 0x03;
  public static final int INVALID_DESTINATION = 0x0B;
  public static final int INVALID_PASSWORD = 0x0E;
  public static final int INVALID_SYSTEM_ID = 0x0F;
  public static final int THROTTLED = 0x58;

  private CommandStatus() {}

  /** {@code 0x58}, or {@code none}. */
  public static String text(int status) {
    return status == NONE ? "none" : String.format("0x%02X", status);
  }
}
