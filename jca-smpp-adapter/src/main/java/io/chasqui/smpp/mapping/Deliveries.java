package io.chasqui.smpp.mapping;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.domain.receipt.ReceiptText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;

/** deliver_sm as an event: a receipt or an incoming message (SMPP 3.4, 4.6.1 and 5.2.12). */
public record Deliveries(ConnectorId connector, Clock clock) {
  private static final Logger LOG = System.getLogger(Deliveries.class.getName());
  private static final int TYPE = 0x3C;
  private static final int RECEIPT = 0x04;
  private static final int INTERMEDIATE_NOTIFICATION = 0x20;
  private static final int UDHI = 0x40;

  /** A receipt nobody can read comes in as a message: better odd than lost. */
  public LinkEvent event(DeliverSm pdu) {
    return isReceipt(pdu) ? receipt(pdu).orElseGet(() -> unreadable(pdu)) : incoming(pdu);
  }

  private static boolean isReceipt(DeliverSm pdu) {
    int type = pdu.getEsmClass() & TYPE;
    return type == RECEIPT || type == INTERMEDIATE_NOTIFICATION;
  }

  private Optional<LinkEvent> receipt(DeliverSm pdu) {
    Tlvs tlvs = Tlvs.of(pdu);
    Optional<DeliveryReceipt> receipt =
        ReceiptText.parse(
            new String(shortMessage(pdu, tlvs), StandardCharsets.ISO_8859_1),
            tlvs.text(Tlvs.RECEIPTED_MESSAGE_ID),
            tlvs.number(Tlvs.MESSAGE_STATE),
            tlvs.octets(Tlvs.NETWORK_ERROR_CODE).map(Deliveries::errorCode));
    return receipt.map(
        known ->
            new LinkEvent.Receipt(
                connector, clock.instant(), source(pdu), destination(pdu), known));
  }

  /** The last two octets of three; the first names the network (SMPP 3.4, 5.3.2.31). */
  private static String errorCode(byte[] octets) {
    int code = 0;
    for (int i = Math.max(0, octets.length - 2); i < octets.length; i++) {
      code = code << 8 | octets[i] & 0xFF;
    }
    return "%03d".formatted(code);
  }

  private LinkEvent unreadable(DeliverSm pdu) {
    LOG.log(
        Level.WARNING,
        "{0}: a delivery receipt without a message id came in; it is kept as an incoming message",
        connector);
    return incoming(pdu);
  }

  private LinkEvent incoming(DeliverSm pdu) {
    Tlvs tlvs = Tlvs.of(pdu);
    byte[] text = shortMessage(pdu, tlvs);
    boolean udhi = (pdu.getEsmClass() & UDHI) != 0;
    Optional<byte[]> sar = udhi ? Optional.empty() : SarHeader.of(tlvs);
    return new LinkEvent.Incoming(
        connector,
        clock.instant(),
        MessageId.next(clock),
        source(pdu),
        destination(pdu),
        DataCodingScheme.of(pdu.getDataCoding()),
        sar.map(header -> joined(header, text)).orElse(text),
        udhi || sar.isPresent());
  }

  private static byte[] joined(byte[] header, byte[] text) {
    return ByteBuffer.allocate(header.length + text.length).put(header).put(text).array();
  }

  private static byte[] shortMessage(DeliverSm pdu, Tlvs tlvs) {
    byte[] text = pdu.getShortMessage();
    return text == null || text.length == 0
        ? tlvs.octets(Tlvs.MESSAGE_PAYLOAD).orElse(new byte[0])
        : text;
  }

  private static Address source(DeliverSm pdu) {
    return address(pdu.getSourceAddrTon(), pdu.getSourceAddrNpi(), pdu.getSourceAddr());
  }

  private static Address destination(DeliverSm pdu) {
    return address(pdu.getDestAddrTon(), pdu.getDestAddrNpi(), pdu.getDestAddress());
  }

  private static Address address(byte ton, byte npi, String value) {
    return Address.of(ton & 0xFF, npi & 0xFF, value == null ? "" : value);
  }
}
