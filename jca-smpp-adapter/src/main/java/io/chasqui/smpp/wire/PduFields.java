package io.chasqui.smpp.wire;

import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu.Field;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;

/** A PDU's body in words. Passwords are never shown, texts only when that is allowed. */
final class PduFields {
  private static final int MESSAGE_PAYLOAD = 0x0424;
  private static final int TAG_AND_LENGTH = 4;

  private final List<Field> fields = new ArrayList<>();
  private final TraceMode mode;

  private PduFields(TraceMode mode) {
    this.mode = mode;
  }

  /** In the body's order; a body that cannot be read is told by its length. */
  static List<Field> of(Pdu pdu, TraceMode mode) {
    PduFields words = new PduFields(mode);
    try {
      words.read(pdu);
    } catch (UnreadablePduException e) {
      words.add("body", "%d octets that cannot be read".formatted(pdu.bodyLength()));
    }
    return words.fields;
  }

  private void read(Pdu pdu) throws UnreadablePduException {
    if (pdu.isCut()) {
      add("body", "%d octets, too long to be kept".formatted(pdu.bodyLength()));
      return;
    }
    switch (pdu.command().orElse(CommandId.GENERIC_NACK)) {
      case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> bind(Bodies.bind(pdu));
      case SUBMIT_SM -> message(Bodies.submitSm(pdu));
      case DELIVER_SM -> message(Bodies.deliverSm(pdu));
      case DATA_SM -> data(Bodies.dataSm(pdu));
      case SUBMIT_SM_RESP -> add("message_id", SubmitAnswer.read(pdu).messageId());
      default -> rest(pdu);
    }
  }

  private void bind(Bind bind) {
    add("system_id", bind.getSystemId());
    add("password", "***");
    add("system_type", bind.getSystemType());
    add("interface_version", "0x%02x".formatted(bind.getInterfaceVersion()));
    add("address_range", bind.getAddressRange());
  }

  private void message(MessageRequest sm) {
    common(sm);
    add("protocol_id", octet(sm.getProtocolId()));
    add("priority_flag", octet(sm.getPriorityFlag()));
    add("schedule_delivery_time", sm.getScheduleDeliveryTime());
    add("validity_period", sm.getValidityPeriod());
    add("replace_if_present_flag", octet(sm.getReplaceIfPresent()));
    add("sm_default_msg_id", octet(sm.getSmDefaultMsgId()));
    add("short_message", content(sm.getShortMessage()));
    tlvs(sm.getOptionalParameters());
  }

  private void data(DataSm sm) {
    common(sm);
    tlvs(sm.getOptionalParameters());
  }

  private void common(AbstractSmCommand sm) {
    add("service_type", sm.getServiceType());
    add("source_addr", address(sm.getSourceAddrTon(), sm.getSourceAddrNpi(), sm.getSourceAddr()));
    add("destination_addr", address(sm.getDestAddrTon(), sm.getDestAddrNpi(), sm.getDestAddress()));
    add("esm_class", "0x%02x".formatted(sm.getEsmClass()));
    add("registered_delivery", "0x%02x".formatted(sm.getRegisteredDelivery()));
    add("data_coding", "0x%02x".formatted(sm.getDataCoding()));
  }

  private void tlvs(OptionalParameter[] parameters) {
    for (OptionalParameter parameter : parameters == null ? new OptionalParameter[0] : parameters) {
      byte[] whole = parameter.serialize();
      byte[] value = new byte[whole.length - TAG_AND_LENGTH];
      System.arraycopy(whole, TAG_AND_LENGTH, value, 0, value.length);
      boolean text = (parameter.tag & 0xFFFF) == MESSAGE_PAYLOAD;
      add(
          "tlv 0x%04x".formatted(parameter.tag),
          text ? content(value) : HexFormat.of().formatHex(value));
    }
  }

  private void rest(Pdu pdu) {
    if (pdu.bodyLength() > 0) {
      byte[] body = new byte[pdu.bodyLength()];
      ByteBuffer.wrap(pdu.octets()).position(Pdu.HEADER).get(body);
      add("body", mode == TraceMode.WITH_CONTENT ? hex(body) : body.length + " octets");
    }
  }

  private String content(byte[] text) {
    byte[] octets = text == null ? new byte[0] : text;
    return mode == TraceMode.WITH_CONTENT ? hex(octets) : octets.length + " octets";
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }

  private static String octet(byte value) {
    return Integer.toString(value & 0xFF);
  }

  private static String address(byte ton, byte npi, String value) {
    return "%s (TON %d, NPI %d)".formatted(value, ton & 0xFF, npi & 0xFF);
  }

  private void add(String name, String value) {
    fields.add(new Field(name, value == null ? "" : value));
  }
}
