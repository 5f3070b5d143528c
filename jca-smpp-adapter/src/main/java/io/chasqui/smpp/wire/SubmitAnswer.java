package io.chasqui.smpp.wire;

import java.nio.charset.StandardCharsets;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/**
 * The peer's word on one submit: submit_sm_resp (SMPP 3.4, 4.4.2) or generic_nack (4.3.1).
 *
 * @param nack true when the peer could not even read the submit
 * @param messageId as the carrier wrote it; empty when it gave none
 */
public record SubmitAnswer(int sequence, int status, boolean nack, String messageId) {
  private static final int HEADER = 16;

  static SubmitAnswer read(Command header, byte[] pdu) {
    return new SubmitAnswer(
        header.getSequenceNumber(),
        header.getCommandStatus(),
        header.getCommandId() == SMPPConstant.CID_GENERIC_NACK,
        text(pdu));
  }

  /** Some SMSCs leave the message_id out on errors, some forget its NUL. */
  private static String text(byte[] pdu) {
    int end = HEADER;
    while (end < pdu.length && pdu[end] != 0) {
      end++;
    }
    return new String(
        pdu, Math.min(HEADER, pdu.length), Math.max(0, end - HEADER), StandardCharsets.ISO_8859_1);
  }
}
