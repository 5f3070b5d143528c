package io.chasqui.modem.tpdu;

import io.chasqui.domain.address.Address;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A TPDU behind its service centre's address, as a modem writes it in hexadecimal (3GPP TS 27.005,
 * 3.1, {@code <pdu>}).
 *
 * @param serviceCentre empty: the one the SIM holds
 */
public record Pdu(Optional<Address> serviceCentre, Tpdu tpdu) {
  /** Octets of the longest, the service centre included. */
  private static final int LONGEST = 12 + 176;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  public Pdu {
    Objects.requireNonNull(serviceCentre);
    Objects.requireNonNull(tpdu);
  }

  /** With the SIM's service centre. */
  public static Pdu of(Tpdu tpdu) {
    return new Pdu(Optional.empty(), tpdu);
  }

  /**
   * @throws TpduException when it is no hexadecimal, or no TPDU is in it
   */
  public static Pdu ofHex(String hex) throws TpduException {
    byte[] octets = octets(hex);
    OctetReader from = new OctetReader(octets);
    Optional<Address> serviceCentre = TpAddress.readServiceCentre(from);
    byte[] tpdu = Arrays.copyOfRange(octets, octets.length - from.left(), octets.length);
    return new Pdu(serviceCentre, Tpdu.read(tpdu));
  }

  /**
   * The same where the modem tells the TPDU's length beside it: some leave the service centre out
   * altogether, its length octet too.
   *
   * @param tpduOctets as told
   */
  public static Pdu ofHex(String hex, int tpduOctets) throws TpduException {
    return hex.length() == 2 * tpduOctets ? of(Tpdu.read(octets(hex))) : ofHex(hex);
  }

  private static byte[] octets(String hex) throws TpduException {
    if (hex.length() > 2 * LONGEST) {
      throw new TpduException("PDU of %d characters".formatted(hex.length()));
    }
    try {
      return HEX.parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw new TpduException("PDU is not hexadecimal");
    }
  }

  public String hex() throws TpduException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(LONGEST);
    TpAddress.writeServiceCentre(serviceCentre, octets);
    octets.writeBytes(tpdu.octets());
    return HEX.formatHex(octets.toByteArray());
  }

  /** Octets of the TPDU alone, which is what {@code AT+CMGS} counts. */
  public int length() throws TpduException {
    return tpdu.octets().length;
  }
}
