package io.chasqui.smpp.mapping;

import io.chasqui.domain.esme.EsmeAccount.ReceiptPdu;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.EsmeDelivery.Receipt;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Pdu;

/**
 * A delivery as deliver_sm or data_sm (SMPP 3.4, 4.6.1 and 4.7.1).
 *
 * @param receipts the PDU receipts come in; messages are always deliver_sm
 * @param tlvs whether the ESME can read TLVs: 3.3 cannot (SMPP 3.4, 3.4.1)
 */
public record DeliveryPdu(ReceiptPdu receipts, boolean tlvs) {
  private static final int FINAL_RECEIPT = 0x04;
  private static final int INTERMEDIATE_NOTIFICATION = 0x20;
  private static final int UDHI = 0x40;

  /** network_error_code's first octet for GSM (SMPP 3.4, 5.3.2.31). */
  private static final byte GSM = 3;

  public Pdu compose(int sequence, EsmeDelivery delivery) {
    boolean asData = delivery.receipt().isPresent() && receipts == ReceiptPdu.DATA_SM;
    return asData ? dataSm(sequence, delivery) : deliverSm(sequence, delivery);
  }

  private Pdu deliverSm(int sequence, EsmeDelivery delivery) {
    byte[] content = delivery.content().octets();
    boolean fits = content.length <= Fields.SHORT_MESSAGE_MOST;
    PduWriter pdu = addressed(CommandId.DELIVER_SM, sequence, delivery);
    pdu.octet(esmClass(delivery)).octet(0).octet(0);
    pdu.text("").text("").octet(0).octet(0).octet(delivery.coding().value()).octet(0);
    pdu.octet(fits ? content.length : 0);
    if (fits) {
      pdu.octets(content);
    } else {
      pdu.tlv(Tlvs.MESSAGE_PAYLOAD, content);
    }
    return withReceipt(pdu, delivery).pdu();
  }

  private Pdu dataSm(int sequence, EsmeDelivery delivery) {
    PduWriter pdu = addressed(CommandId.DATA_SM, sequence, delivery);
    pdu.octet(esmClass(delivery)).octet(0).octet(delivery.coding().value());
    pdu.tlv(Tlvs.MESSAGE_PAYLOAD, delivery.content().octets());
    return withReceipt(pdu, delivery).pdu();
  }

  private static PduWriter addressed(CommandId command, int sequence, EsmeDelivery delivery) {
    return new PduWriter(command, CommandStatus.OK, sequence)
        .text("")
        .address(delivery.source())
        .address(delivery.destination());
  }

  private static int esmClass(EsmeDelivery delivery) {
    int type =
        delivery
            .receipt()
            .map(receipt -> receipt.isFinal() ? FINAL_RECEIPT : INTERMEDIATE_NOTIFICATION)
            .orElse(0);
    return delivery.content().udhi() ? type | UDHI : type;
  }

  private PduWriter withReceipt(PduWriter pdu, EsmeDelivery delivery) {
    if (tlvs) {
      delivery.receipt().ifPresent(receipt -> add(pdu, receipt));
    }
    return pdu;
  }

  private static void add(PduWriter pdu, Receipt receipt) {
    pdu.textTlv(Tlvs.RECEIPTED_MESSAGE_ID, receipt.messageId());
    pdu.tlv(Tlvs.MESSAGE_STATE, (byte) receipt.state());
    receipt
        .networkError()
        .ifPresent(
            code -> pdu.tlv(Tlvs.NETWORK_ERROR_CODE, GSM, (byte) (code >> 8), code.byteValue()));
  }
}
