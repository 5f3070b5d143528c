package io.chasqui.smpp.wire;

import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** What jSMPP is left to receive. */
record Receiver() implements MessageReceiverListener {

  /** The tap takes every deliver_sm before jSMPP sees it. */
  @Override
  public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
    throw new ProcessRequestException(
        "deliver_sm came past the tap", CommandStatus.TEMPORARY_APPLICATION_ERROR);
  }

  /** data_sm is optional for an ESME (SMPP 3.4, 4.7); carriers deliver with deliver_sm. */
  @Override
  public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("data_sm is not taken", CommandStatus.INVALID_COMMAND);
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alert) {
    // Nothing of ours waits for a handset to become available.
  }
}
