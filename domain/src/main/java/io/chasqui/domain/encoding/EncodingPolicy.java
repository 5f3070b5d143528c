package io.chasqui.domain.encoding;

import java.util.Objects;
import java.util.Set;

/**
 * What may be done so that a text goes in fewer segments, and what a carrier takes at all.
 *
 * @param zero what the peer means by data_coding 0
 * @param alphabets the peer takes; one or more
 * @param languages whose shift tables the phones are known to read; used only where that saves a
 *     segment, or UCS-2 is not taken
 * @param lookAlikes what may stand in for a character GSM 7-bit lacks
 */
public record EncodingPolicy(
    SmscAlphabet zero,
    Set<Alphabet> alphabets,
    Set<NationalLanguage> languages,
    LookAlikes lookAlikes) {
  /** GSM 7-bit or UCS-2, every character as it was written. */
  public static final EncodingPolicy STANDARD =
      new EncodingPolicy(SmscAlphabet.GSM7, Set.of(Alphabet.values()), Set.of(), LookAlikes.KEPT);

  public EncodingPolicy {
    Objects.requireNonNull(zero);
    Objects.requireNonNull(lookAlikes);
    alphabets = Set.copyOf(alphabets);
    languages = Set.copyOf(languages);
    if (alphabets.isEmpty()) {
      throw new IllegalArgumentException("at least one alphabet must be taken");
    }
  }

  public EncodingPolicy withZero(SmscAlphabet alphabet) {
    return new EncodingPolicy(alphabet, alphabets, languages, lookAlikes);
  }

  public EncodingPolicy withAlphabets(Set<Alphabet> taken) {
    return new EncodingPolicy(zero, taken, languages, lookAlikes);
  }

  public EncodingPolicy withLanguages(Set<NationalLanguage> allowed) {
    return new EncodingPolicy(zero, alphabets, allowed, lookAlikes);
  }

  public EncodingPolicy withLookAlikes(LookAlikes replaced) {
    return new EncodingPolicy(zero, alphabets, languages, replaced);
  }

  boolean takes(Alphabet alphabet) {
    return alphabets.contains(alphabet);
  }
}
