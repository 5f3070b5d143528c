package io.chasqui.simulator;

import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Takes submit_sm off the link's thread; the result returned here never reaches the wire. */
final class SubmitIntake extends RefusedOperations {

  private static final SubmitSmResult LATER = later();

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm pdu, SMPPServerSession source) {
    EsmeSession session = (EsmeSession) source;
    session.account().accept(session, pdu);
    return LATER;
  }

  private static SubmitSmResult later() {
    try {
      return new SubmitSmResult(new MessageId("0"), new OptionalParameter[0]);
    } catch (org.jsmpp.PDUStringException e) {
      throw new IllegalStateException(e);
    }
  }
}
