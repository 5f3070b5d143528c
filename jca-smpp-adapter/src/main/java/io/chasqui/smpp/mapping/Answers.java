package io.chasqui.smpp.mapping;

import io.chasqui.domain.esme.QueriedState;
import io.chasqui.domain.link.SmppTime;
import io.chasqui.smpp.mapping.MultiSubmit.Unsuccess;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import java.time.ZoneOffset;
import java.util.List;

/** Answers to an ESME's requests that say more than a status. */
public final class Answers {
  private static final String OUR_SYSTEM_ID = "chasqui";
  private static final byte VERSION_3_4 = 0x34;

  private Answers() {}

  /**
   * A bind's welcome. Our version is told to those who can read a TLV (SMPP 3.4, 4.1.2), and 5.0
   * learns that 3.4 is what is spoken here.
   */
  public static Pdu bound(BindRequest bind, CommandId command, int sequence) {
    PduWriter pdu =
        new PduWriter(command.response(), CommandStatus.OK, sequence).text(OUR_SYSTEM_ID);
    return bind.interfaceVersion() < VERSION_3_4
        ? pdu.pdu()
        : pdu.tlv(Tlvs.SC_INTERFACE_VERSION, VERSION_3_4).pdu();
  }

  /** To submit_sm and data_sm. */
  public static Pdu submitted(CommandId command, int sequence, String messageId) {
    return new PduWriter(command.response(), CommandStatus.OK, sequence).text(messageId).pdu();
  }

  /** submit_multi_resp (SMPP 3.4, 4.5.2). */
  public static Pdu multiSubmitted(int sequence, String messageId, List<Unsuccess> failed) {
    PduWriter pdu =
        new PduWriter(CommandId.SUBMIT_MULTI_RESP, CommandStatus.OK, sequence)
            .text(messageId)
            .octet(failed.size());
    failed.forEach(one -> pdu.address(one.destination()).number(one.status()));
    return pdu.pdu();
  }

  /** query_sm_resp (SMPP 3.4, 4.8.2). */
  public static Pdu queried(int sequence, String messageId, QueriedState state) {
    return new PduWriter(CommandId.QUERY_SM_RESP, CommandStatus.OK, sequence)
        .text(messageId)
        .text(state.finalAt().map(at -> SmppTime.absolute(at, ZoneOffset.UTC)).orElse(""))
        .octet(state.state().code())
        .octet(state.error())
        .pdu();
  }
}
