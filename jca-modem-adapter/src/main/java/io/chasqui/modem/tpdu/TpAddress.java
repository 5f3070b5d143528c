package io.chasqui.modem.tpdu;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SeptetPacking;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Addresses of phones (3GPP TS 23.040, 9.1.2.5) and of service centres (3GPP TS 24.011, 8.2.5). */
final class TpAddress {
  private static final int LONGEST = 20;
  private static final int LONGEST_NAME = 11;

  private TpAddress() {}

  static Address read(String field, OctetReader from) throws TpduException {
    int digits = from.octet(field + " length");
    int type = from.octet(field + " type");
    if (digits > LONGEST) {
      throw new TpduException("%s of %d digits: 20 is the most".formatted(field, digits));
    }
    return address(type, from.octets(field, (digits + 1) / 2), digits);
  }

  private static Address address(int type, byte[] value, int digits) {
    int ton = type >> 4 & 0x07;
    int npi = type & 0x0F;
    return Address.of(
        ton,
        npi,
        ton == Address.ALPHANUMERIC ? name(value, digits) : SemiOctets.read(value, digits));
  }

  /** The length is told in semi-octets, of which seven hold four septets. */
  private static String name(byte[] packed, int semiOctets) {
    int septets = semiOctets * 4 / 7;
    return ReceivedText.decode(
        DataCodingScheme.DEFAULT, SeptetPacking.unpackCounted(packed, 0, septets));
  }

  static void write(String field, Address address, ByteArrayOutputStream to) throws TpduException {
    boolean isName = address.ton() == Address.ALPHANUMERIC;
    byte[] septets = isName ? septets(field, address.value()) : new byte[0];
    byte[] value =
        isName ? SeptetPacking.packCounted(septets, 0) : SemiOctets.write(field, address.value());
    to.write(isName ? (septets.length * 7 + 3) / 4 : address.value().length());
    to.write(type(address));
    to.writeBytes(value);
  }

  private static int type(Address address) {
    return 0x80 | (address.ton() & 0x07) << 4 | address.npi() & 0x0F;
  }

  private static byte[] septets(String field, String name) throws TpduException {
    EncodedText encoded = EncodedText.of(name);
    byte[] septets = encoded.segments(0).get(0).octets();
    if (encoded.alphabet() != Alphabet.GSM7 || septets.length > LONGEST_NAME) {
      throw new TpduException(
          "%s must be a name of at most 11 characters of the GSM alphabet".formatted(field));
    }
    return septets;
  }

  /** Empty when the modem left the service centre out. */
  static Optional<Address> readServiceCentre(OctetReader from) throws TpduException {
    int length = from.octet("SCA length");
    if (length == 0) {
      return Optional.empty();
    }
    if (length > 1 + LONGEST / 2) {
      throw new TpduException("SCA of %d octets: 11 is the most".formatted(length));
    }
    int type = from.octet("SCA type");
    byte[] value = from.octets("SCA", length - 1);
    return Optional.of(address(type, value, value.length * 2));
  }

  /** Empty: the one the SIM holds. */
  static void writeServiceCentre(Optional<Address> address, ByteArrayOutputStream to)
      throws TpduException {
    if (address.isEmpty()) {
      to.write(0);
      return;
    }
    byte[] value = SemiOctets.write("SCA", address.get().value());
    to.write(1 + value.length);
    to.write(type(address.get()));
    to.writeBytes(value);
  }
}
