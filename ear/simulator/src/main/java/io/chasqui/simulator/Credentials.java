package io.chasqui.simulator;

/**
 * Who may bind.
 *
 * @param systemId the one accepted, or null for any
 * @param password the one accepted, or null for any
 */
public record Credentials(String systemId, String password) {

  public static final Credentials ANY = new Credentials(null, null);

  /** The command_status to answer to a bind. */
  int check(String systemId, String password) {
    if (this.systemId != null && !this.systemId.equals(systemId)) {
      return CommandStatus.INVALID_SYSTEM_ID;
    }
    if (this.password != null && !this.password.equals(password)) {
      return CommandStatus.INVALID_PASSWORD;
    }
    return CommandStatus.OK;
  }

  @Override
  public String toString() {
    return "Credentials[systemId=" + systemId + "]";
  }
}
