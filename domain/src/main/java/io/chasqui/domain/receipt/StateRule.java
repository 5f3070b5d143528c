package io.chasqui.domain.receipt;

import java.util.Objects;
import java.util.Optional;

/**
 * What a carrier means by a state's word, an error code, or both together.
 *
 * @param word in any case, 1-30 characters; empty: any
 * @param error in any case, leading zeros apart, 1-30 characters; empty: any
 */
public record StateRule(Optional<String> word, Optional<String> error, ReceiptState state) {
  public StateRule {
    Objects.requireNonNull(state);
    word = word.map(each -> checked("word", each));
    error = error.map(each -> checked("error", each));
    if (word.isEmpty() && error.isEmpty()) {
      throw new IllegalArgumentException("a rule needs a word or an error");
    }
  }

  public static StateRule ofWord(String word, ReceiptState state) {
    return new StateRule(Optional.of(word), Optional.empty(), state);
  }

  public static StateRule of(String word, String error, ReceiptState state) {
    return new StateRule(Optional.of(word), Optional.of(error), state);
  }

  boolean covers(String stateWord, String errorCode) {
    return word.map(each -> each.equalsIgnoreCase(stateWord)).orElse(true)
        && error.map(each -> bare(each).equalsIgnoreCase(bare(errorCode))).orElse(true);
  }

  /** Both known weighs most, then the word. */
  int weight() {
    return (word.isPresent() ? 2 : 0) + (error.isPresent() ? 1 : 0);
  }

  private static String bare(String code) {
    return CarrierId.withoutZeros(code.trim());
  }

  private static String checked(String name, String value) {
    String trimmed = value.trim();
    if (trimmed.isEmpty() || trimmed.length() > CarrierText.LONGEST_WORD) {
      throw new IllegalArgumentException(
          "%s must have 1-%d characters: %s".formatted(name, CarrierText.LONGEST_WORD, value));
    }
    return trimmed;
  }
}
