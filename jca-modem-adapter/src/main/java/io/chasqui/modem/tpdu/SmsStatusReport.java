package io.chasqui.modem.tpdu;

import io.chasqui.domain.address.Address;
import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * SMS-STATUS-REPORT (3GPP TS 23.040, 9.2.2.3). What may follow TP-ST is not read.
 *
 * @param reference TP-MR of the submit it speaks of, 0-255
 * @param recipient where that message went
 * @param acceptedAt TP-SCTS: when the centre took the submit
 * @param settledAt TP-DT: when the status was reached
 */
public record SmsStatusReport(
    int reference,
    Address recipient,
    Optional<OffsetDateTime> acceptedAt,
    Optional<OffsetDateTime> settledAt,
    TpStatus status)
    implements Tpdu {
  private static final int MTI_AND_NO_MORE_MESSAGES = 0x06;

  public SmsStatusReport {
    Objects.requireNonNull(recipient);
    Objects.requireNonNull(acceptedAt);
    Objects.requireNonNull(settledAt);
    Objects.requireNonNull(status);
  }

  static SmsStatusReport read(int first, OctetReader from) throws TpduException {
    return new SmsStatusReport(
        from.octet("TP-MR"),
        TpAddress.read("TP-RA", from),
        ServiceCentreTime.read("TP-SCTS", from),
        ServiceCentreTime.read("TP-DT", from),
        new TpStatus(from.octet("TP-ST")));
  }

  @Override
  public byte[] octets() throws TpduException {
    ByteArrayOutputStream octets = FirstOctet.of(MTI_AND_NO_MORE_MESSAGES);
    octets.write(reference);
    TpAddress.write("TP-RA", recipient, octets);
    ServiceCentreTime.write(acceptedAt, octets);
    ServiceCentreTime.write(settledAt, octets);
    octets.write(status.value());
    return octets.toByteArray();
  }
}
