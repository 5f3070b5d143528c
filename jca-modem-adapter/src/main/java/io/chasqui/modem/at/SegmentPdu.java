package io.chasqui.modem.at;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.Carriage;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.modem.tpdu.Pdu;
import io.chasqui.modem.tpdu.RelativeValidity;
import io.chasqui.modem.tpdu.SmsSubmit;
import io.chasqui.modem.tpdu.TpduException;
import java.util.List;
import java.util.Optional;

/** A segment as the SMS-SUBMIT that a modem sends. */
final class SegmentPdu {
  private SegmentPdu() {}

  /**
   * @throws TpduException when the segment is no short message of the air interface
   */
  static Pdu of(Segment segment) throws TpduException {
    UserData data = data(segment);
    boolean named = isSmppsOwn(segment.coding());
    EncodedText text = named ? recoded(segment, data) : null;
    return Pdu.of(
        new SmsSubmit(
            false,
            segment.receiptRequested(),
            0,
            recipient(segment.destination()),
            segment.options().map(SubmitOptions::protocolId).orElse(0),
            named ? text.coding().value() : dcs(segment.coding()),
            Optional.of(RelativeValidity.of(segment.validity())),
            named ? text.segments(0).get(0) : data));
  }

  /** A place that SMPP carries in parameters goes into the header: the air has no others. */
  private static UserData data(Segment segment) {
    return segment.carriage() instanceof Carriage.WithSar sar
        ? sar.place().before(segment.userData())
        : new UserData(segment.userData(), segment.udhi());
  }

  /** Character sets SMPP gives names to (5.2.19) and the air interface does not have. */
  private static boolean isSmppsOwn(DataCodingScheme coding) {
    return switch (coding.value()) {
      case 0x01, 0x03, 0x05, 0x06, 0x07, 0x0A, 0x0D, 0x0E -> true;
      default -> false;
    };
  }

  private static EncodedText recoded(Segment segment, UserData data) throws TpduException {
    EncodedText text =
        EncodedText.of(ReceivedText.of(segment.coding(), List.of(data.payload())).text());
    if (data.udhi() || text.segmentCount() > 1) {
      throw new TpduException(
          "data_coding %d does not go into one short message of a modem's"
              .formatted(segment.coding().value()));
    }
    return text;
  }

  /** Octets under all names SMPP has for them. */
  private static int dcs(DataCodingScheme coding) {
    return switch (coding.value()) {
      case 0x02, 0x09, 0x0B, 0x0C, 0x0F -> DataCodingScheme.BINARY.value();
      default -> coding.value();
    };
  }

  /** Networks take a full number of unknown type for a national one. */
  private static Address recipient(Address to) {
    return to.display().startsWith("+")
        ? Address.of(Address.INTERNATIONAL, Address.ISDN, to.display().substring(1))
        : to;
  }
}
