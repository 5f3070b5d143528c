package io.chasqui.modem.tpdu;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * SMS-DELIVER, from the service centre (3GPP TS 23.040, 9.2.2.1).
 *
 * @param protocol TP-PID, 0-255
 * @param dcs TP-DCS, 0-255
 * @param sentAt TP-SCTS; empty when the centre wrote no time
 * @param data septets one in an octet when the coding is the GSM alphabet's
 */
public record SmsDeliver(
    Address source, int protocol, int dcs, Optional<OffsetDateTime> sentAt, UserData data)
    implements Tpdu {
  private static final int NO_MORE_MESSAGES = 0x04;

  public SmsDeliver {
    Objects.requireNonNull(source);
    Objects.requireNonNull(sentAt);
    Objects.requireNonNull(data);
  }

  static SmsDeliver read(int first, OctetReader from) throws TpduException {
    Address source = TpAddress.read("TP-OA", from);
    int protocol = from.octet("TP-PID");
    int dcs = from.octet("TP-DCS");
    Optional<OffsetDateTime> sentAt = ServiceCentreTime.read("TP-SCTS", from);
    UserData data = TpUserData.read(from, TpAlphabet.of(dcs), (first & FirstOctet.UDHI) != 0);
    return new SmsDeliver(source, protocol, dcs, sentAt, data);
  }

  /** The coding as the rest of the gateway knows it. */
  public DataCodingScheme coding() {
    return TpAlphabet.coding(dcs);
  }

  @Override
  public byte[] octets() throws TpduException {
    ByteArrayOutputStream octets =
        FirstOctet.of(NO_MORE_MESSAGES | (data.udhi() ? FirstOctet.UDHI : 0));
    TpAddress.write("TP-OA", source, octets);
    octets.write(protocol);
    octets.write(dcs);
    ServiceCentreTime.write(sentAt, octets);
    TpUserData.write(data, TpAlphabet.of(dcs), octets);
    return octets.toByteArray();
  }
}
