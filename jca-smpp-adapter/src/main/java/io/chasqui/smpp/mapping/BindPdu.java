package io.chasqui.smpp.mapping;

import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import org.jsmpp.util.PDUByteBuffer;

/**
 * A bind (SMPP 3.4, 4.1). Passwords beyond eight characters pass: many SMSCs have given such out,
 * and jSMPP's composer refuses them.
 */
public final class BindPdu {
  private BindPdu() {}

  /**
   * @param type of one session, so not {@link BindType#PAIR}
   */
  public static Pdu compose(int sequence, BindType type, SmppLogin login) {
    PDUByteBuffer buffer = new PDUByteBuffer(command(type).code(), CommandStatus.OK, sequence);
    buffer.append(login.systemId());
    buffer.append(login.password());
    buffer.append(login.systemType());
    buffer.append((byte) login.version().code());
    buffer.append((byte) login.addresses().ton());
    buffer.append((byte) login.addresses().npi());
    buffer.append(login.addressRange());
    return new Pdu(buffer.toBytes());
  }

  private static CommandId command(BindType type) {
    return switch (type) {
      case TRANSMITTER -> CommandId.BIND_TRANSMITTER;
      case RECEIVER -> CommandId.BIND_RECEIVER;
      case TRANSCEIVER -> CommandId.BIND_TRANSCEIVER;
      case PAIR -> throw new IllegalArgumentException("a pair binds as its two sessions");
    };
  }
}
