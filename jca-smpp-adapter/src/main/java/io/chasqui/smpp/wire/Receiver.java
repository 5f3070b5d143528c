package io.chasqui.smpp.wire;

import java.io.IOException;
import java.util.List;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** jSMPP's listener: hands deliver_sm on and never throws at it, for jSMPP would log it all. */
record Receiver(WireSession session, WireListener listener) implements MessageReceiverListener {

  @Override
  public void onAcceptDeliverSm(DeliverSm deliverSm) {
    try {
      listener.onDeliver(deliverSm);
    } catch (RuntimeException e) {
      refuse(deliverSm);
      throw e;
    }
  }

  private void refuse(DeliverSm deliverSm) {
    try {
      session.acknowledge(
          CommandStatus.TEMPORARY_APPLICATION_ERROR, List.of(deliverSm.getSequenceNumber()));
    } catch (IOException e) {
      session.cut(e.getMessage());
    }
  }

  /** data_sm is optional for an ESME (SMPP 3.4, 4.7); carriers deliver with deliver_sm. */
  @Override
  public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("data_sm is not taken", 0x03);
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {
    // Nothing of ours waits for a handset to become available.
  }
}
