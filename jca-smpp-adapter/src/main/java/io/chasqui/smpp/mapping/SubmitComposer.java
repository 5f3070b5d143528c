package io.chasqui.smpp.mapping;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.Carriage;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SubmitFields;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.smpp.wire.Pdu;
import java.util.Arrays;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;

/** Segments as submit_sm (SMPP 3.4, 4.4.1), the way a carrier wants them. */
public final class SubmitComposer {
  private static final DefaultComposer COMPOSER = new DefaultComposer();
  private static final byte UDHI = 0x40;
  private static final byte NONE = 0;
  private static final byte[] NOTHING = {};

  private final SubmitSettings settings;
  private final OptionalParameter[] tlvs;

  public SubmitComposer(SubmitSettings settings) {
    this.settings = settings;
    this.tlvs =
        settings.tlvs().stream()
            .map(tlv -> parameter(tlv.tag(), tlv.octets()))
            .toArray(OptionalParameter[]::new);
  }

  private static OptionalParameter parameter(int tag, byte... value) {
    return new OptionalParameter.OctetString((short) tag, value);
  }

  /**
   * @throws PDUStringException when a field is too long for the wire; it names the command_status
   */
  public Pdu compose(int sequence, Segment segment) throws PDUStringException {
    Address from = settings.addresses().source(segment.source());
    Address to = settings.addresses().destination(segment.destination());
    boolean isPayload = segment.carriage() instanceof Carriage.InPayload;
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
            (byte) settings.receipts().registeredDelivery(segment.receiptRequested()),
            (byte) fields.replaceIfPresent(),
            (byte) coding(segment.coding()),
            (byte) fields.defaultMessageId(),
            isPayload ? NOTHING : segment.userData(),
            tlvs(segment)));
  }

  /** The segment's own before those of the connector: of two with one tag, most take the first. */
  private OptionalParameter[] tlvs(Segment segment) {
    OptionalParameter[] own = own(segment);
    OptionalParameter[] all = Arrays.copyOf(own, own.length + tlvs.length);
    System.arraycopy(tlvs, 0, all, own.length, tlvs.length);
    return all;
  }

  private static OptionalParameter[] own(Segment segment) {
    if (segment.carriage() instanceof Carriage.WithSar sar) {
      return sar(sar.place());
    }
    return segment.carriage() instanceof Carriage.InPayload
        ? new OptionalParameter[] {parameter(Tlvs.MESSAGE_PAYLOAD, segment.userData())}
        : new OptionalParameter[0];
  }

  private static OptionalParameter[] sar(Concatenation place) {
    int reference = place.reference();
    return new OptionalParameter[] {
      parameter(Tlvs.SAR_REFERENCE, (byte) (reference >> 8), (byte) reference),
      parameter(Tlvs.SAR_TOTAL, (byte) place.total()),
      parameter(Tlvs.SAR_SEQUENCE, (byte) place.sequence())
    };
  }

  private int coding(DataCodingScheme coding) {
    return coding.equals(DataCodingScheme.DEFAULT) ? settings.fields().gsmCoding() : coding.value();
  }
}
