package io.chasqui.smpp.mapping;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SmppTlv;
import io.chasqui.domain.link.SubmitFields;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.smpp.wire.Pdu;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;

/** Segments as submit_sm (SMPP 3.4, 4.4.1), the way a carrier wants them. */
public final class SubmitComposer {
  private static final DefaultComposer COMPOSER = new DefaultComposer();
  private static final byte UDHI = 0x40;
  private static final byte NONE = 0;

  private final SubmitSettings settings;
  private final OptionalParameter[] tlvs;

  public SubmitComposer(SubmitSettings settings) {
    this.settings = settings;
    this.tlvs =
        settings.tlvs().stream().map(SubmitComposer::parameter).toArray(OptionalParameter[]::new);
  }

  private static OptionalParameter parameter(SmppTlv tlv) {
    return new OptionalParameter.OctetString((short) tlv.tag(), tlv.octets());
  }

  /**
   * @throws PDUStringException when a field is too long for the wire; it names the command_status
   */
  public Pdu compose(int sequence, Segment segment) throws PDUStringException {
    Address from = settings.addresses().source(segment.source());
    Address to = settings.addresses().destination(segment.destination());
    SubmitFields fields = segment.options().map(settings.fields()::asked).orElse(settings.fields());
    return new Pdu(
        COMPOSER.submitSm(
            sequence,
            fields.serviceType(),
            (byte) from.ton(),
            (byte) from.npi(),
            from.value(),
            (byte) to.ton(),
            (byte) to.npi(),
            to.value(),
            segment.udhi() ? UDHI : NONE,
            (byte) fields.protocolId(),
            (byte) fields.priority(),
            null,
            ValidityPeriod.of(settings.validity(segment.validity())),
            (byte) registeredDelivery(segment),
            (byte) fields.replaceIfPresent(),
            (byte) coding(segment.coding()),
            (byte) fields.defaultMessageId(),
            segment.userData(),
            tlvs));
  }

  private int registeredDelivery(Segment segment) {
    boolean intermediate = segment.options().filter(SubmitOptions::intermediate).isPresent();
    return settings.receipts().registeredDelivery(segment.receiptRequested(), intermediate);
  }

  private int coding(DataCodingScheme coding) {
    return coding.equals(DataCodingScheme.DEFAULT) ? settings.fields().gsmCoding() : coding.value();
  }
}
