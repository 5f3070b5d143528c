package io.chasqui.domain.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a text would be sent, and why, told before it is.
 *
 * @param text as it would be sent, look-alikes replaced
 * @param units septets (an extension character takes two) or UTF-16 code units
 * @param unitsPerSegment that one has room for: fewer where there are several
 * @param unitsLeft that still fit the last segment
 * @param segments 1 or more; above {@value EncodedText#MAX_SEGMENTS} it is refused
 * @param offenders the characters of the text as given that GSM 7-bit has no place for, in order
 * @param refusal why it would not be sent
 */
public record TextPreview(
    String text,
    Alphabet alphabet,
    NationalShift nationalShift,
    int units,
    int unitsPerSegment,
    int unitsLeft,
    int segments,
    List<Offender> offenders,
    Optional<String> refusal) {
  public TextPreview {
    offenders = List.copyOf(offenders);
  }

  /**
   * A character that costs UCS-2, or would without the policy's help.
   *
   * @param position 0-based, in UTF-16 code units, as scripts in browsers count
   * @param lookAlike what could stand in for it, whether or not the policy allows it
   */
  public record Offender(int position, String character, Optional<String> lookAlike) {}

  /** What more look-alikes than the policy's would make of it. */
  public record Replacement(LookAlikes lookAlikes, TextPreview preview) {}

  public static TextPreview of(String text, Writing writing) {
    EncodedText encoded = EncodedText.unbounded(text, writing.policy());
    EncodedOctets octets = encoded.octets();
    return new TextPreview(
        encoded.text(),
        encoded.alphabet(),
        encoded.nationalShift(),
        octets.units(),
        octets.unitsPerSegment(writing.splitting()),
        octets.unitsLeft(writing.splitting()),
        octets.segmentCount(writing.splitting()),
        offenders(text, writing.policy().zero()),
        refusal(encoded, writing));
  }

  /**
   * What it would be without UCS-2, by as few look-alikes as that takes.
   *
   * @return empty when it needs no UCS-2, or look-alikes are no help
   */
  public static Optional<Replacement> replaced(String text, Writing writing) {
    return of(text, writing).alphabet() == Alphabet.GSM7
        ? Optional.empty()
        : Arrays.stream(LookAlikes.values())
            .map(each -> new Replacement(each, of(text, with(each, writing))))
            .filter(each -> each.preview().alphabet() == Alphabet.GSM7)
            .findFirst();
  }

  private static Writing with(LookAlikes lookAlikes, Writing writing) {
    return writing.with(writing.policy().withLookAlikes(lookAlikes));
  }

  private static Optional<String> refusal(EncodedText encoded, Writing writing) {
    if (!writing.policy().takes(encoded.alphabet())) {
      return Optional.of(new UnwritableTextException(encoded.alphabet()).getMessage());
    }
    int segments = encoded.octets().segmentCount(writing.splitting());
    return segments > EncodedText.MAX_SEGMENTS
        ? Optional.of(new TextTooLongException(segments, EncodedText.MAX_SEGMENTS).getMessage())
        : Optional.empty();
  }

  private static List<Offender> offenders(String text, SmscAlphabet alphabet) {
    List<Offender> offenders = new ArrayList<>();
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int character = text.codePointAt(at);
      String itself = Character.toString(character);
      if (!alphabet.canWrite(itself)) {
        offenders.add(new Offender(at, itself, LookAlikes.TYPOGRAPHY_AND_ACCENTS.of(character)));
      }
    }
    return offenders;
  }

  /** Says how it would be sent, never what it says. */
  @Override
  public String toString() {
    return "%s x%d, %d units, %d left".formatted(alphabet.apiName(), segments, units, unitsLeft);
  }
}
