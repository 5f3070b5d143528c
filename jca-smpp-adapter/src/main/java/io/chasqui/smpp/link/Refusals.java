package io.chasqui.smpp.link;

import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.WireSession;

/** Answers to commands that are not for an ESME, or not now. */
final class Refusals {
  private Refusals() {}

  /** Answers nobody waits for are let go. */
  static void misplaced(WireSession session, Pdu pdu) {
    session.noise();
    if (!pdu.isResponse()) {
      session.write(
          Pdu.of(
              pdu.command().orElseThrow().response(),
              CommandStatus.INVALID_BIND_STATUS,
              pdu.sequence()));
    }
  }

  /** Optional for an ESME (SMPP 3.4, 4.7); carriers deliver with deliver_sm. */
  static void dataSm(WireSession session, Pdu pdu) {
    session.noise();
    session.write(Pdu.of(CommandId.DATA_SM_RESP, CommandStatus.INVALID_COMMAND, pdu.sequence()));
  }
}
