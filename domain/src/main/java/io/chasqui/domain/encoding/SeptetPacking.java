package io.chasqui.domain.encoding;

import java.util.Arrays;

/**
 * Septets packed into octets, the lowest bits first (3GPP TS 23.038, 6.1.2.1.1). Behind a header
 * they start at the next septet boundary (3GPP TS 23.040, 9.2.3.24).
 *
 * <p>SMPP counts octets, not septets: seven bits left over in the last octet read as one more
 * septet. We fill them with a carriage return, which shows nothing (6.1.2.3.1 does so for USSD),
 * and drop one in that place. Others fill with zeros, which would show as {@code @}: dropped as
 * well, unless the short message is full, where it is more likely text.
 */
public final class SeptetPacking {
  private static final int BITS = 7;
  private static final byte FILLER = 0x0D;
  private static final int FULL = 140;

  private SeptetPacking() {}

  /**
   * @param headerOctets before the septets, 0-140
   */
  static byte[] pack(byte[] septets, int headerOctets) {
    int fill = fillBits(headerOctets);
    boolean isSeptetLeft = (fill + septets.length * BITS) % 8 == 1;
    return packed(isSeptetLeft ? filled(septets) : septets, fill);
  }

  /**
   * As the air counts them: no filler, since the septets' number is told beside (3GPP TS 23.040,
   * 9.2.3.16).
   *
   * @param headerOctets before the septets, 0-140
   */
  public static byte[] packCounted(byte[] septets, int headerOctets) {
    return packed(septets, fillBits(headerOctets));
  }

  /**
   * The reverse of {@link #packCounted}.
   *
   * @param octets behind the header
   * @param count of septets, not more than the octets hold
   */
  public static byte[] unpackCounted(byte[] octets, int headerOctets, int count) {
    byte[] septets = unpacked(octets, fillBits(headerOctets));
    if (count < 0 || count > septets.length) {
      throw new IllegalArgumentException(
          "%d septets in %d octets behind a header of %d"
              .formatted(count, octets.length, headerOctets));
    }
    return Arrays.copyOf(septets, count);
  }

  /** Octets that hold so many septets, from a septet boundary on. */
  public static int octetsOf(int septets) {
    return (septets * BITS + 7) / 8;
  }

  /** Septets that a header takes, its fill bits included. */
  public static int septetsOf(int headerOctets) {
    return (headerOctets * 8 + BITS - 1) / BITS;
  }

  private static byte[] filled(byte[] septets) {
    byte[] filled = Arrays.copyOf(septets, septets.length + 1);
    filled[septets.length] = FILLER;
    return filled;
  }

  private static byte[] packed(byte[] septets, int fill) {
    byte[] octets = new byte[(fill + septets.length * BITS + 7) / 8];
    for (int i = 0; i < septets.length; i++) {
      int bit = fill + i * BITS;
      int shifted = (septets[i] & 0x7F) << bit % 8;
      octets[bit / 8] |= (byte) shifted;
      if (shifted > 0xFF) {
        octets[bit / 8 + 1] |= (byte) (shifted >> 8);
      }
    }
    return octets;
  }

  static byte[] unpack(byte[] octets, int headerOctets) {
    int fill = fillBits(headerOctets);
    byte[] septets = unpacked(octets, fill);
    boolean isFilled = septets.length > 0 && octets.length * 8 == fill + septets.length * BITS;
    return isFilled && isFiller(septets[septets.length - 1], headerOctets + octets.length)
        ? Arrays.copyOf(septets, septets.length - 1)
        : septets;
  }

  private static byte[] unpacked(byte[] octets, int fill) {
    byte[] septets = new byte[Math.max(0, (octets.length * 8 - fill) / BITS)];
    for (int i = 0; i < septets.length; i++) {
      int bit = fill + i * BITS;
      int pair = octets[bit / 8] & 0xFF;
      if (bit / 8 + 1 < octets.length) {
        pair |= (octets[bit / 8 + 1] & 0xFF) << 8;
      }
      septets[i] = (byte) (pair >> bit % 8 & 0x7F);
    }
    return septets;
  }

  private static boolean isFiller(byte last, int messageOctets) {
    return last == FILLER || last == 0 && messageOctets < FULL;
  }

  private static int fillBits(int headerOctets) {
    return (BITS - headerOctets * 8 % BITS) % BITS;
  }
}
