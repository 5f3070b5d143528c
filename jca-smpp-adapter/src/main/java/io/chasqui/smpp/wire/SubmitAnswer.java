package io.chasqui.smpp.wire;

import java.nio.charset.StandardCharsets;

/**
 * The peer's word on one submit: submit_sm_resp (SMPP 3.4, 4.4.2) or generic_nack (4.3.1).
 *
 * @param nack true when the peer could not even read the submit
 * @param messageId as the carrier wrote it; empty when it gave none
 */
public record SubmitAnswer(int sequence, int status, boolean nack, String messageId) {

  /** Reads a submit_sm_resp or a generic_nack. */
  public static SubmitAnswer read(Pdu pdu) {
    return new SubmitAnswer(
        pdu.sequence(), pdu.status(), pdu.is(CommandId.GENERIC_NACK), text(pdu.octets()));
  }

  /** Some SMSCs leave the message_id out on errors, some forget its NUL. */
  private static String text(byte[] pdu) {
    int end = Pdu.HEADER;
    while (end < pdu.length && pdu[end] != 0) {
      end++;
    }
    return new String(pdu, Pdu.HEADER, end - Pdu.HEADER, StandardCharsets.ISO_8859_1);
  }
}
