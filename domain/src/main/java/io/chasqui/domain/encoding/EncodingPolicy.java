package io.chasqui.domain.encoding;

import java.util.Objects;
import java.util.Set;

/**
 * What may be done so that a text goes in fewer segments.
 *
 * @param zero what the peer means by data_coding 0
 * @param languages whose shift tables the phones are known to read; used only where that saves a
 *     segment
 * @param lookAlikes what may stand in for a character GSM 7-bit lacks
 */
public record EncodingPolicy(
    SmscAlphabet zero, Set<NationalLanguage> languages, LookAlikes lookAlikes) {
  /** GSM 7-bit or UCS-2, every character as it was written. */
  public static final EncodingPolicy STANDARD =
      new EncodingPolicy(SmscAlphabet.GSM7_UNPACKED, Set.of(), LookAlikes.KEPT);

  public EncodingPolicy {
    Objects.requireNonNull(zero);
    Objects.requireNonNull(lookAlikes);
    languages = Set.copyOf(languages);
  }

  public EncodingPolicy withZero(SmscAlphabet alphabet) {
    return new EncodingPolicy(alphabet, languages, lookAlikes);
  }

  public EncodingPolicy withLanguages(Set<NationalLanguage> allowed) {
    return new EncodingPolicy(zero, allowed, lookAlikes);
  }

  public EncodingPolicy withLookAlikes(LookAlikes replaced) {
    return new EncodingPolicy(zero, languages, replaced);
  }
}
