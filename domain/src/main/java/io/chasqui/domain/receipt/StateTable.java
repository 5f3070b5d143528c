package io.chasqui.domain.receipt;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A carrier's own meaning of states and errors, before the usual one.
 *
 * @param rules in any order; of those that cover a receipt the most exact counts, of equals the
 *     first
 */
public record StateTable(List<StateRule> rules) {
  /** The usual meaning: the standard's words, and those many carriers write. */
  public static final StateTable STANDARD = new StateTable(List.of());

  public StateTable {
    rules = List.copyOf(rules);
  }

  /** What a rule of the carrier's own says, if any covers it. */
  public Optional<ReceiptState> ruled(String word, String error) {
    return rules.stream()
        .filter(rule -> rule.covers(word, error))
        .sorted(Comparator.comparingInt(StateRule::weight).reversed())
        .findFirst()
        .map(StateRule::state);
  }

  /** {@link ReceiptState#UNKNOWN} for a word nobody knows. */
  public ReceiptState state(String word, String error) {
    return ruled(word, error).orElseGet(() -> ReceiptState.ofWord(word));
  }
}
