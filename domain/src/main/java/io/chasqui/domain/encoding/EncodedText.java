package io.chasqui.domain.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text in the octets it is sent in: GSM 7-bit when every character has a place there, else UCS-2
 * (UTF-16BE, so that surrogate pairs pass), cut into as many short messages as it takes.
 */
public final class EncodedText {
  /** The count of parts is one octet of the header (3GPP TS 23.040, 9.2.3.24.1). */
  public static final int MAX_SEGMENTS = 255;

  private final String text;
  private final Alphabet alphabet;
  private final byte[] octets;

  /** Offset in {@code octets} behind the last octet of each part. */
  private final List<Integer> ends;

  private EncodedText(String text, Alphabet alphabet, byte[] octets) {
    this.text = text;
    this.alphabet = alphabet;
    this.octets = octets;
    this.ends = ends(alphabet, octets);
  }

  /**
   * @param text any text; a lone surrogate is sent as U+FFFD
   * @throws TextTooLongException when it takes more than {@value #MAX_SEGMENTS} segments
   */
  public static EncodedText of(String text) {
    EncodedText encoded =
        text.chars().allMatch(c -> Gsm7.canEncode((char) c))
            ? new EncodedText(text, Alphabet.GSM7, Gsm7.encode(text))
            : new EncodedText(text, Alphabet.UCS2, Utf16.encode(text));
    if (encoded.segmentCount() > MAX_SEGMENTS) {
      throw new TextTooLongException(encoded.segmentCount(), MAX_SEGMENTS);
    }
    return encoded;
  }

  public Alphabet alphabet() {
    return alphabet;
  }

  public DataCodingScheme coding() {
    return alphabet.coding();
  }

  /** 1-255. */
  public int segmentCount() {
    return ends.size();
  }

  /**
   * The characters that forced UCS-2, each once, in their order in the text; empty for GSM 7-bit.
   */
  public List<String> unencodableInGsm7() {
    if (alphabet == Alphabet.GSM7) {
      return List.of();
    }
    return text.codePoints()
        .filter(c -> !Character.isBmpCodePoint(c) || !Gsm7.canEncode((char) c))
        .distinct()
        .mapToObj(Character::toString)
        .toList();
  }

  /**
   * The parts in order; one without a header when the text fits one short message.
   *
   * @param reference the same for all parts, best another for the next message to the same number;
   *     its low octet is carried
   */
  public List<UserData> segments(int reference) {
    if (segmentCount() == 1) {
      return List.of(new UserData(octets, false));
    }
    List<UserData> parts = new ArrayList<>(segmentCount());
    int from = 0;
    for (int end : ends) {
      Concatenation place = new Concatenation(reference & 0xFF, segmentCount(), parts.size() + 1);
      parts.add(UserData.part(place, Arrays.copyOfRange(octets, from, end)));
      from = end;
    }
    return List.copyOf(parts);
  }

  /** Says how it is sent, never what it says. */
  @Override
  public String toString() {
    return "%s x%d".formatted(alphabet.apiName(), segmentCount());
  }

  private static List<Integer> ends(Alphabet alphabet, byte[] octets) {
    if (octets.length <= alphabet.singleOctets()) {
      return List.of(octets.length);
    }
    List<Integer> ends = new ArrayList<>();
    for (int end = 0; end < octets.length; ) {
      end = end(alphabet, octets, end + alphabet.partOctets());
      ends.add(end);
    }
    return List.copyOf(ends);
  }

  /** Steps back from {@code limit} where the cut would part an escape or a surrogate pair. */
  private static int end(Alphabet alphabet, byte[] octets, int limit) {
    if (limit >= octets.length) {
      return octets.length;
    }
    return switch (alphabet) {
      case GSM7 -> octets[limit - 1] == Gsm7.ESCAPE ? limit - 1 : limit;
      case UCS2 -> (octets[limit - 2] & 0xFC) == 0xD8 ? limit - 2 : limit;
    };
  }
}
