package io.chasqui.modem.tpdu;

import io.chasqui.domain.encoding.SeptetPacking;
import io.chasqui.domain.encoding.UserData;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * TP-UDL and TP-UD (3GPP TS 23.040, 9.2.3.16 and 9.2.3.24). On our side septets are held one in an
 * octet behind the header's octets, as SMPP carries them.
 */
final class TpUserData {
  private static final int MOST_OCTETS = 140;
  private static final int MOST_SEPTETS = 160;

  private TpUserData() {}

  static UserData read(OctetReader from, TpAlphabet alphabet, boolean udhi) throws TpduException {
    int length = from.octet("TP-UDL");
    return alphabet == TpAlphabet.SEPTETS
        ? readSeptets(from, bounded(length, MOST_SEPTETS), udhi)
        : readOctets(from, bounded(length, MOST_OCTETS), udhi);
  }

  private static int bounded(int length, int most) throws TpduException {
    if (length > most) {
      throw new TpduException("TP-UDL %d: %d is the most".formatted(length, most));
    }
    return length;
  }

  private static UserData readOctets(OctetReader from, int length, boolean udhi)
      throws TpduException {
    byte[] octets = from.octets("TP-UD", length);
    return new UserData(octets, udhi && headerOctets(octets) <= octets.length);
  }

  private static UserData readSeptets(OctetReader from, int length, boolean udhi)
      throws TpduException {
    byte[] octets = from.octets("TP-UD", SeptetPacking.octetsOf(length));
    int header = udhi ? headerOctets(octets) : 0;
    int septets = length - SeptetPacking.septetsOf(header);
    if (header > octets.length || septets < 0) {
      // A header longer than the message is none: the text is not lost to a wrong flag.
      return new UserData(SeptetPacking.unpackCounted(octets, 0, length), false);
    }
    return new UserData(unpacked(octets, header, septets), udhi && header > 0);
  }

  private static byte[] unpacked(byte[] octets, int header, int septets) {
    byte[] payload = Arrays.copyOfRange(octets, header, octets.length);
    ByteArrayOutputStream whole = new ByteArrayOutputStream(header + septets);
    whole.write(octets, 0, header);
    whole.writeBytes(SeptetPacking.unpackCounted(payload, header, septets));
    return whole.toByteArray();
  }

  static void write(UserData data, TpAlphabet alphabet, ByteArrayOutputStream to)
      throws TpduException {
    if (alphabet == TpAlphabet.SEPTETS) {
      writeSeptets(data, to);
    } else {
      to.write(bounded(data.octets().length, MOST_OCTETS));
      to.writeBytes(data.octets());
    }
  }

  private static void writeSeptets(UserData data, ByteArrayOutputStream to) throws TpduException {
    byte[] septets = data.payload();
    int header = data.octets().length - septets.length;
    to.write(bounded(SeptetPacking.septetsOf(header) + septets.length, MOST_SEPTETS));
    to.write(data.octets(), 0, header);
    to.writeBytes(SeptetPacking.packCounted(septets, header));
  }

  /** Its length octet included; 0 when there are no octets at all. */
  private static int headerOctets(byte[] octets) {
    return octets.length == 0 ? 0 : 1 + (octets[0] & 0xFF);
  }
}
