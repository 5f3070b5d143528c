package io.chasqui.smpp.mapping;

import io.chasqui.domain.link.BindType;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;

/**
 * What an ESME binds with (SMPP 3.4, 4.1). Passwords may be longer than the specification's eight
 * characters, since many systems have given such out.
 *
 * @param interfaceVersion 0x34 for 3.4
 */
public record BindRequest(
    BindType type, String systemId, String password, String systemType, int interfaceVersion) {
  private static final int SYSTEM_ID_MOST = 16;
  private static final int PASSWORD_MOST = 65;
  private static final int SYSTEM_TYPE_MOST = 13;

  /** Addresses that an ESME says it serves are not looked at: numbers are the account's. */
  public static BindRequest read(CommandId command, Pdu pdu) throws BadRequestException {
    Fields fields = new Fields(pdu);
    return new BindRequest(
        type(command),
        fields.text(SYSTEM_ID_MOST, CommandStatus.INVALID_SYSTEM_ID, "system_id"),
        fields.text(PASSWORD_MOST, CommandStatus.INVALID_PASSWORD, "password"),
        fields.text(SYSTEM_TYPE_MOST, CommandStatus.INVALID_SYSTEM_TYPE, "system_type"),
        fields.octet());
  }

  private static BindType type(CommandId command) {
    return switch (command) {
      case BIND_TRANSMITTER -> BindType.TRANSMITTER;
      case BIND_RECEIVER -> BindType.RECEIVER;
      case BIND_TRANSCEIVER -> BindType.TRANSCEIVER;
      default -> throw new IllegalArgumentException(command + " is no bind");
    };
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s as %s".formatted(systemId, type);
  }
}
