package io.chasqui.modem.tpdu;

/** A short message or a report on one, as it crosses the air (3GPP TS 23.040, 9.2.2). */
public sealed interface Tpdu permits SmsSubmit, SmsDeliver, SmsStatusReport {

  /**
   * The octets, without the service centre's address.
   *
   * @throws TpduException when a field cannot be written, e.g. too long a text
   */
  byte[] octets() throws TpduException;

  /**
   * What a modem reads out, by TP-MTI (9.2.3.1); a submit is what was stored on the SIM to be sent.
   *
   * @throws TpduException when the octets are none of these
   */
  static Tpdu read(byte[] octets) throws TpduException {
    OctetReader from = new OctetReader(octets);
    int first = from.octet("TP-MTI");
    return switch (first & 0x03) {
      case 0 -> SmsDeliver.read(first, from);
      case 1 -> SmsSubmit.read(first, from);
      case 2 -> SmsStatusReport.read(first, from);
      default -> throw new TpduException("TP-MTI 3 is reserved");
    };
  }
}
