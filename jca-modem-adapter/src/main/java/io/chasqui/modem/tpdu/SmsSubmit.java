package io.chasqui.modem.tpdu;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.UserData;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * SMS-SUBMIT, towards the service centre (3GPP TS 23.040, 9.2.2.2).
 *
 * @param rejectDuplicates TP-RD: the centre refuses what it holds already under this reference
 * @param statusReport TP-SRR: asks for an SMS-STATUS-REPORT
 * @param reference TP-MR, 0-255; most modems put their own
 * @param protocol TP-PID, 0-255
 * @param dcs TP-DCS, 0-255
 * @param validity empty: the centre's own
 * @param data septets one in an octet when the coding is the GSM alphabet's
 */
public record SmsSubmit(
    boolean rejectDuplicates,
    boolean statusReport,
    int reference,
    Address destination,
    int protocol,
    int dcs,
    Optional<RelativeValidity> validity,
    UserData data)
    implements Tpdu {
  private static final int MTI = 0x01;
  private static final int RD = 0x04;
  private static final int VPF = 0x18;
  private static final int RELATIVE = 0x10;
  private static final int SRR = 0x20;
  private static final int ABSOLUTE_OCTETS = 7;

  public SmsSubmit {
    Objects.requireNonNull(destination);
    Objects.requireNonNull(validity);
    Objects.requireNonNull(data);
  }

  static SmsSubmit read(int first, OctetReader from) throws TpduException {
    int reference = from.octet("TP-MR");
    Address destination = TpAddress.read("TP-DA", from);
    int protocol = from.octet("TP-PID");
    int dcs = from.octet("TP-DCS");
    return new SmsSubmit(
        (first & RD) != 0,
        (first & SRR) != 0,
        reference,
        destination,
        protocol,
        dcs,
        validity(first & VPF, from),
        TpUserData.read(from, TpAlphabet.of(dcs), (first & FirstOctet.UDHI) != 0));
  }

  /** The enhanced and the absolute form take seven octets each; they are passed over. */
  private static Optional<RelativeValidity> validity(int format, OctetReader from)
      throws TpduException {
    if (format == RELATIVE) {
      return Optional.of(new RelativeValidity(from.octet("TP-VP")));
    }
    from.octets("TP-VP", format == 0 ? 0 : ABSOLUTE_OCTETS);
    return Optional.empty();
  }

  @Override
  public byte[] octets() throws TpduException {
    ByteArrayOutputStream octets = FirstOctet.of(first());
    octets.write(reference);
    TpAddress.write("TP-DA", destination, octets);
    octets.write(protocol);
    octets.write(dcs);
    validity.ifPresent(period -> octets.write(period.value()));
    TpUserData.write(data, TpAlphabet.of(dcs), octets);
    return octets.toByteArray();
  }

  private int first() {
    return MTI
        | (rejectDuplicates ? RD : 0)
        | (validity.isPresent() ? RELATIVE : 0)
        | (statusReport ? SRR : 0)
        | (data.udhi() ? FirstOctet.UDHI : 0);
  }
}
