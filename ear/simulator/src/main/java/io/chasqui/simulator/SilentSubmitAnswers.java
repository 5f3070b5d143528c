package io.chasqui.simulator;

import java.io.OutputStream;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.OptionalParameter;

/**
 * Leaves out the submit_sm_resp that jSMPP sends as soon as its listener returns: the answer is
 * sent later by {@link EsmeSession#answer}, so no thread waits while it is due.
 */
final class SilentSubmitAnswers extends SynchronizedPDUSender {

  @Override
  public byte[] sendSubmitSmResp(
      OutputStream os, int sequenceNumber, String messageId, OptionalParameter... tlvs) {
    return new byte[0];
  }
}
