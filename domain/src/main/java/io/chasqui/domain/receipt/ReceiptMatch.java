package io.chasqui.domain.receipt;

import java.util.List;

/** What a receipt's id says about the message it speaks of. */
public sealed interface ReceiptMatch {

  /**
   * @param answered the id as the submit answer had it
   */
  record Found(String answered) implements ReceiptMatch {}

  /** Two or more could be meant: the addresses must decide, and an operator should know. */
  record Ambiguous(List<String> answered) implements ReceiptMatch {}

  record None() implements ReceiptMatch {}

  static ReceiptMatch among(List<String> answered) {
    return switch (answered.size()) {
      case 0 -> new None();
      case 1 -> new Found(answered.get(0));
      default -> new Ambiguous(List.copyOf(answered));
    };
  }
}
