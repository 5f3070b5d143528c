package io.chasqui.benchmark;

import io.chasqui.benchmark.EsmePdus.Envelope;
import java.nio.charset.StandardCharsets;

/** What SMSCs say (SMPP 3.4, 4), composed without the code that is measured. */
public final class SmscPdus {
  private static final int RECEIPT = 4;

  private SmscPdus() {}

  /** The answer to a bind or a submit, with the one field it has. */
  public static byte[] answer(int request, int sequence, String name) {
    byte[] body = (name + '\0').getBytes(StandardCharsets.US_ASCII);
    return EsmePdus.pdu(request | EsmePdus.RESPONSE, sequence, body);
  }

  /** A message from a phone. */
  public static byte[] incoming(int sequence, Envelope envelope, String text) {
    return EsmePdus.pdu(EsmePdus.DELIVER_SM, sequence, EsmePdus.message(0, 0, envelope, text));
  }

  /**
   * That the message accepted under {@code id} was delivered.
   *
   * @param envelope the message's own, turned round
   */
  public static byte[] receipt(int sequence, Envelope envelope, String id) {
    String text =
        "id:"
            + id
            + " sub:001 dlvrd:001 submit date:2611221200 done date:2611221200"
            + " stat:DELIVRD err:000 text:";
    return EsmePdus.pdu(
        EsmePdus.DELIVER_SM, sequence, EsmePdus.message(RECEIPT, 0, envelope, text));
  }
}
