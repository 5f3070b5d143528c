package io.chasqui.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Message_payload;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;

/**
 * A submit_sm as it came in, and what was decided about it.
 *
 * @param systemId of the bind it came by
 * @param userData short_message, or the message_payload TLV when that is empty; with its header
 * @param messageId in submit_sm_resp; empty when refused
 * @param status decided: 0, an error, or {@link CommandStatus#NONE} for no answer. The link may be
 *     gone before the answer is due
 */
public record ReceivedSubmit(
    Instant at,
    String systemId,
    SmsAddress source,
    SmsAddress destination,
    int esmClass,
    int dataCoding,
    int registeredDelivery,
    byte[] userData,
    String messageId,
    int status) {

  private static final int UDHI = 0x40;

  static ReceivedSubmit of(SubmitSm pdu, String systemId, String messageId, int status) {
    return new ReceivedSubmit(
        Instant.now(),
        systemId,
        new SmsAddress(
            pdu.getSourceAddrTon() & 0xFF, pdu.getSourceAddrNpi() & 0xFF, pdu.getSourceAddr()),
        new SmsAddress(
            pdu.getDestAddrTon() & 0xFF, pdu.getDestAddrNpi() & 0xFF, pdu.getDestAddress()),
        pdu.getEsmClass() & 0xFF,
        pdu.getDataCoding() & 0xFF,
        pdu.getRegisteredDelivery() & 0xFF,
        userDataOf(pdu),
        messageId,
        status);
  }

  private static byte[] userDataOf(SubmitSm pdu) {
    byte[] text = pdu.getShortMessage() == null ? new byte[0] : pdu.getShortMessage();
    OptionalParameter payload = pdu.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
    return text.length == 0 && payload instanceof Message_payload p ? p.getValue() : text;
  }

  /** Whether it was taken: a message whose answer is withheld is. */
  public boolean accepted() {
    return status == CommandStatus.OK || status == CommandStatus.NONE;
  }

  public boolean hasUserDataHeader() {
    return (esmClass & UDHI) != 0 && userData.length > 0;
  }

  /** The text of this one segment, without its user data header. */
  public String text() {
    int start = hasUserDataHeader() ? Math.min((userData[0] & 0xFF) + 1, userData.length) : 0;
    byte[] body = Arrays.copyOfRange(userData, start, userData.length);
    return switch (dataCoding) {
      case 0 -> Gsm7.decode(body);
      case 8 -> new String(body, StandardCharsets.UTF_16BE);
      default -> new String(body, StandardCharsets.ISO_8859_1);
    };
  }

  /** registered_delivery bits 1-0 (section 5.2.17): 01 always, 10 on failure only. */
  boolean wantsReceipt(boolean delivered) {
    int asked = registeredDelivery & 0x03;
    return asked == 1 || (asked == 2 && !delivered);
  }

  /** Says nothing of the content. */
  @Override
  public String toString() {
    return "ReceivedSubmit["
        + messageId
        + " to "
        + destination
        + ", "
        + CommandStatus.text(status)
        + "]";
  }
}
