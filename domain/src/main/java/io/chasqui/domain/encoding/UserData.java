package io.chasqui.domain.encoding;

import java.util.Arrays;
import java.util.Optional;

/**
 * The octets of one short message as SMPP carries them.
 *
 * @param octets header and payload; shared, not to be written to
 * @param udhi whether the sender says that a user data header leads (3GPP TS 23.040, 9.2.3.23)
 */
public record UserData(byte[] octets, boolean udhi) {
  /**
   * This part's place in a long message. An element with impossible numbers is ignored, and of
   * several the last one counts, as 3GPP TS 23.040, 9.2.3.24, asks.
   */
  public Optional<Concatenation> concatenation() {
    return header().concatenation();
  }

  /** Whether its header calls it part of a long message, be it with impossible numbers. */
  public boolean isPart() {
    return header().namesPlace();
  }

  /** The national tables its header asks to be read with. */
  public NationalShift nationalShift() {
    return header().nationalShift();
  }

  /**
   * The octets behind the header; all of them when there is none or its length does not fit, so
   * that no text is lost to a carrier that sets the flag wrongly.
   */
  public byte[] payload() {
    return Arrays.copyOfRange(octets, header().length(), octets.length);
  }

  /** The payload behind a header that names the national tables alone; none names none. */
  public static UserData of(NationalShift shift, byte[] payload) {
    return UserDataHeader.of(shift.elements()).before(payload);
  }

  /** Whether one short message has room for it under the coding, header included. */
  public boolean fitsOne(DataCodingScheme coding) {
    int header = header().length();
    return octets.length - header <= Reading.of(coding).unit().room(header);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserData that
        && udhi == that.udhi
        && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(octets) + Boolean.hashCode(udhi);
  }

  /** Size only: the octets are somebody's message. */
  @Override
  public String toString() {
    return "%d octets%s".formatted(octets.length, udhi ? ", header" : "");
  }

  UserDataHeader header() {
    return udhi ? UserDataHeader.read(octets) : UserDataHeader.NONE;
  }
}
