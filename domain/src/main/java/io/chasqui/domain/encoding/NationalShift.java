package io.chasqui.domain.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables a text's septets are read with, as its header names them (3GPP TS 23.040, 9.2.3.24.15
 * and 9.2.3.24.16).
 *
 * @param locking stands in for the default table
 * @param single stands in for the extension table
 */
public record NationalShift(Optional<NationalLanguage> locking, Optional<NationalLanguage> single) {
  public static final NationalShift NONE = new NationalShift(Optional.empty(), Optional.empty());

  static final int SINGLE_SHIFT = 0x24;
  static final int LOCKING_SHIFT = 0x25;

  public NationalShift {
    Objects.requireNonNull(single);
    if (!locking.map(NationalLanguage::hasLockingShift).orElse(true)) {
      throw new IllegalArgumentException(locking.get() + " has no locking shift table");
    }
  }

  /**
   * The shifts a language offers. The single one first: a phone that does not know it shows the
   * letter without its accent, one that does not know the locking shift shows nonsense.
   */
  static Stream<NationalShift> of(NationalLanguage language) {
    Optional<NationalLanguage> shift = Optional.of(language);
    NationalShift single = new NationalShift(Optional.empty(), shift);
    return language.hasLockingShift()
        ? Stream.of(
            single, new NationalShift(shift, Optional.empty()), new NationalShift(shift, shift))
        : Stream.of(single);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  static boolean isNamedBy(InformationElement element) {
    return element.id() == SINGLE_SHIFT || element.id() == LOCKING_SHIFT;
  }

  List<InformationElement> elements() {
    List<InformationElement> elements = new ArrayList<>(2);
    single.ifPresent(each -> elements.add(InformationElement.of(SINGLE_SHIFT, each.identifier())));
    locking.ifPresent(
        each -> elements.add(InformationElement.of(LOCKING_SHIFT, each.identifier())));
    return elements;
  }
}
