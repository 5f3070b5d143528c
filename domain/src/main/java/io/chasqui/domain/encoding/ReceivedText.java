package io.chasqui.domain.encoding;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What a received short message says. Reading never fails: what cannot be read becomes U+FFFD.
 *
 * @param text the characters, or {@code 0x} and the octets in hexadecimal when {@code binary}
 * @param binary whether the sender marked the octets as data, or in a coding not known here
 */
public record ReceivedText(String text, boolean binary) {

  public static ReceivedText of(DataCodingScheme coding, byte[] payload) {
    Reading reading = Reading.of(coding);
    return new ReceivedText(reading.read(payload), reading == Reading.BINARY);
  }

  /**
   * The parts of a long message in their order. They are joined before they are read: some senders
   * cut through an escape or a surrogate pair.
   */
  public static ReceivedText of(DataCodingScheme coding, List<byte[]> payloads) {
    Reading reading = Reading.of(coding);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    payloads.forEach(payload -> joined.write(payload, 0, reading.usable(payload)));
    return of(coding, joined.toByteArray());
  }

  /**
   * The parts of a message in their order, or its only one, read with the national tables their
   * headers name.
   *
   * @param zero what the peer means by its default alphabet
   */
  public static ReceivedText of(DataCodingScheme coding, SmscAlphabet zero, List<UserData> parts) {
    return Reading.of(coding) == Reading.GSM7
        ? new ReceivedText(shifted(zero, parts), false)
        : of(coding, parts.stream().map(UserData::payload).toList());
  }

  /** A header that names national tables names septets, whatever the peer means by default. */
  private static String shifted(SmscAlphabet zero, List<UserData> parts) {
    boolean plain = parts.stream().allMatch(part -> part.nationalShift().isNone());
    return (plain || zero.isSeptets() ? zero : SmscAlphabet.GSM7).read(parts);
  }

  /** The text alone. */
  public static String decode(DataCodingScheme coding, byte[] payload) {
    return of(coding, payload).text();
  }

  /** Says how long it is, never what it says. */
  @Override
  public String toString() {
    return "%d characters%s".formatted(text.length(), binary ? ", binary" : "");
  }
}
