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
  private static final int CONCATENATION_8 = 0x00;
  private static final int CONCATENATION_16 = 0x08;

  /** One part of a long message behind the 8-bit header {@code 05 00 03 ref total sequence}. */
  static UserData part(Concatenation place, byte[] payload) {
    byte[] octets = new byte[6 + payload.length];
    octets[0] = 5;
    octets[1] = CONCATENATION_8;
    octets[2] = 3;
    octets[3] = (byte) place.reference();
    octets[4] = (byte) place.total();
    octets[5] = (byte) place.sequence();
    System.arraycopy(payload, 0, octets, 6, payload.length);
    return new UserData(octets, true);
  }

  /**
   * This part's place in a long message. An element with impossible numbers is ignored, and of
   * several the last one counts, as 3GPP TS 23.040, 9.2.3.24, asks.
   */
  public Optional<Concatenation> concatenation() {
    Optional<Concatenation> place = Optional.empty();
    int headerEnd = headerLength();
    int element = 1;
    while (element + 2 <= headerEnd && element + 2 + octet(element + 1) <= headerEnd) {
      Optional<Concatenation> read = read(element);
      place = read.isPresent() ? read : place;
      element += 2 + octet(element + 1);
    }
    return place;
  }

  /**
   * The octets behind the header; all of them when there is none or its length does not fit, so
   * that no text is lost to a carrier that sets the flag wrongly.
   */
  public byte[] payload() {
    return Arrays.copyOfRange(octets, headerLength(), octets.length);
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

  private Optional<Concatenation> read(int element) {
    int id = octet(element);
    int length = octet(element + 1);
    int numbers = element + 2;
    if (id == CONCATENATION_8 && length == 3) {
      return place(octet(numbers), 8, numbers + 1);
    }
    if (id == CONCATENATION_16 && length == 4) {
      return place(octet(numbers) << 8 | octet(numbers + 1), 16, numbers + 2);
    }
    return Optional.empty();
  }

  private Optional<Concatenation> place(int reference, int bits, int at) {
    int total = octet(at);
    int sequence = octet(at + 1);
    return Concatenation.isPlace(total, sequence)
        ? Optional.of(new Concatenation(reference, total, sequence, bits))
        : Optional.empty();
  }

  /** With its own length octet; 0 when there is no header or it claims more than there is. */
  private int headerLength() {
    if (!udhi || octets.length == 0) {
      return 0;
    }
    int length = 1 + octet(0);
    return length <= octets.length ? length : 0;
  }

  private int octet(int at) {
    return octets[at] & 0xFF;
  }
}
