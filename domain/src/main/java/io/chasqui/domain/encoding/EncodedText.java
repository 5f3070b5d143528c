package io.chasqui.domain.encoding;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text in the octets it is sent in: GSM 7-bit when every character has a place there, else UCS-2
 * (UTF-16BE, so that surrogate pairs pass), cut into as many short messages as it takes.
 */
public final class EncodedText {
  /** The count of parts is one octet of the header (3GPP TS 23.040, 9.2.3.24.1). */
  public static final int MAX_SEGMENTS = EncodedOctets.MAX_SEGMENTS;

  /** Octets of UTF-16 beyond which a text is refused, so that nobody need look for its seams. */
  private static final int LONGEST = MAX_SEGMENTS * 140;

  private final String text;
  private final Alphabet alphabet;
  private final NationalShift shift;
  private final EncodedOctets octets;

  private EncodedText(String text, Alphabet alphabet, NationalShift shift, EncodedOctets octets) {
    this.text = text;
    this.alphabet = alphabet;
    this.shift = shift;
    this.octets = octets;
  }

  /**
   * @param text any text; a lone surrogate is sent as U+FFFD
   * @throws TextTooLongException when it takes more than {@value #MAX_SEGMENTS} segments
   */
  public static EncodedText of(String text) {
    return of(text, EncodingPolicy.STANDARD);
  }

  /**
   * As the policy allows: look-alikes first, then national tables, UCS-2 last.
   *
   * @throws TextTooLongException when it takes more than {@value #MAX_SEGMENTS} segments
   * @throws UnwritableTextException when it needs an alphabet the policy does not take
   */
  public static EncodedText of(String text, EncodingPolicy policy) {
    EncodedText encoded = unbounded(text, policy);
    if (!policy.takes(encoded.alphabet)) {
      throw new UnwritableTextException(encoded.alphabet);
    }
    encoded.octets.bounded();
    return encoded;
  }

  /**
   * In UCS-2 whatever characters it has, for a client that asks for it.
   *
   * @throws TextTooLongException when it takes more than {@value #MAX_SEGMENTS} segments
   */
  public static EncodedText ofUcs2(String text) {
    EncodedText encoded = inUcs2(text);
    encoded.octets.bounded();
    return encoded;
  }

  /** The text as it is sent: the one given, but for look-alikes. */
  public String text() {
    return text;
  }

  public Alphabet alphabet() {
    return alphabet;
  }

  public DataCodingScheme coding() {
    return alphabet.coding();
  }

  /** The national tables it needs; its parts' headers name them. */
  public NationalShift nationalShift() {
    return shift;
  }

  /** 1-255. */
  public int segmentCount() {
    return octets.segmentCount();
  }

  /**
   * The characters that forced UCS-2, each once, in their order in the text; empty for GSM 7-bit.
   */
  public List<String> unencodableInGsm7() {
    if (alphabet == Alphabet.GSM7) {
      return List.of();
    }
    return text.codePoints()
        .filter(c -> !Gsm7.DEFAULT.canEncode(c))
        .distinct()
        .mapToObj(Character::toString)
        .toList();
  }

  /**
   * The parts in order, with 8-bit references; one without a header when the text fits one short
   * message.
   *
   * @param reference the same for all parts, best another for the next message to the same number;
   *     its low octet is carried
   */
  public List<UserData> segments(int reference) {
    return parts(Splitting.UDH, reference).stream().map(MessagePart::data).toList();
  }

  /** The parts in order, as {@link EncodedOctets#parts} gives them. */
  public List<MessagePart> parts(Splitting splitting, int reference) {
    return octets.parts(splitting, reference);
  }

  /** Says how it is sent, never what it says. */
  @Override
  public String toString() {
    return "%s x%d".formatted(alphabet.apiName(), segmentCount());
  }

  /** However many segments it takes, and in UCS-2 for want of anything else. */
  static EncodedText unbounded(String text, EncodingPolicy policy) {
    return policy.takes(Alphabet.GSM7)
        ? chosen(policy.lookAlikes().applied(text, policy.zero()), policy)
        : inUcs2(text);
  }

  EncodedOctets octets() {
    return octets;
  }

  private static EncodedText chosen(String text, EncodingPolicy policy) {
    if (policy.zero().canWrite(text)) {
      return inGsm7(text, NationalShift.NONE, policy.zero());
    }
    EncodedText ucs2 = inUcs2(text);
    return inNationalTables(text, policy)
        .filter(national -> isBetter(national, ucs2, policy))
        .orElse(ucs2);
  }

  private static boolean isBetter(EncodedText national, EncodedText ucs2, EncodingPolicy policy) {
    return !policy.takes(Alphabet.UCS2) || national.segmentCount() < ucs2.segmentCount();
  }

  private static Optional<EncodedText> inNationalTables(String text, EncodingPolicy policy) {
    Stream<NationalLanguage> languages =
        policy.zero().isSeptets() ? policy.languages().stream().sorted() : Stream.empty();
    return languages
        .flatMap(NationalShift::of)
        .filter(shift -> Gsm7.of(shift).canEncode(text))
        .map(shift -> inGsm7(text, shift, policy.zero()))
        .min(Comparator.comparingInt(EncodedText::segmentCount));
  }

  private static EncodedText inGsm7(String text, NationalShift shift, SmscAlphabet writing) {
    byte[] septets = Gsm7.of(shift).encode(text);
    return new EncodedText(
        text,
        Alphabet.GSM7,
        shift,
        new EncodedOctets(Unit.SEPTET, septets, shift.elements(), writing, new BitSet()));
  }

  private static EncodedText inUcs2(String text) {
    byte[] units = Utf16.encode(text);
    boolean isCut = units.length > Unit.CODE_UNIT.room(0) && units.length <= LONGEST;
    return new EncodedText(
        text,
        Alphabet.UCS2,
        NationalShift.NONE,
        new EncodedOctets(
            Unit.CODE_UNIT,
            units,
            List.of(),
            SmscAlphabet.GSM7,
            isCut ? VisibleCharacters.starts(text) : new BitSet()));
  }
}
