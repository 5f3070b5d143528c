package io.chasqui.domain.receipt;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns a connector's {@link IdDialect} from receipts whose message is known. A dialect is locked
 * once it explains {@value #LOCK_AFTER} pairs in a row and no other has a longer row; the first
 * pair it does not explain unlocks it.
 *
 * @param streaks pairs in a row, up to the latest, that each dialect explains
 * @param matches all pairs seen
 * @param contradictions pairs a locked dialect did not explain
 * @param ambiguities receipts that more than one message answered to
 */
public record DialectLearner(
    Map<IdDialect, Integer> streaks, long matches, long contradictions, long ambiguities) {
  public static final int LOCK_AFTER = 10;

  public static final DialectLearner NEW = new DialectLearner(Map.of(), 0, 0, 0);

  private static final String SUSPICION =
      "receipts seem to write the id %s (%d of " + LOCK_AFTER + " matches)";

  public DialectLearner {
    streaks = Map.copyOf(streaks);
  }

  /**
   * One more receipt has found its message.
   *
   * @param answered the id as the submit answer had it
   * @param received as the receipt has it
   */
  public DialectLearner matched(String answered, String received) {
    Map<IdDialect, Integer> longer = new EnumMap<>(IdDialect.class);
    for (IdDialect dialect : IdDialect.values()) {
      boolean explained = dialect.explains(answered.trim(), received.trim());
      longer.put(dialect, explained ? Math.addExact(streak(dialect), 1) : 0);
    }
    boolean contradicts = locked().map(longer::get).map(length -> length == 0).orElse(false);
    return new DialectLearner(
        longer, matches + 1, contradictions + (contradicts ? 1 : 0), ambiguities);
  }

  /** A receipt came that more than one message answered to: an alarm is due. */
  public DialectLearner confused() {
    return new DialectLearner(streaks, matches, contradictions, ambiguities + 1);
  }

  /** The dialect receipts can be read by. */
  public Optional<IdDialect> locked() {
    return leading().filter(dialect -> streak(dialect) >= LOCK_AFTER);
  }

  /** The one that explains the longest row, of several the plainest; empty before it has any. */
  public Optional<IdDialect> leading() {
    return Arrays.stream(IdDialect.values())
        .filter(dialect -> streak(dialect) > 0)
        .max(Comparator.comparingInt(this::streak).thenComparing(Comparator.reverseOrder()));
  }

  /**
   * The message a receipt speaks of, among those whose ids might be meant.
   *
   * @param received the id as the receipt has it
   * @param answered ids as submit answers had them
   */
  public ReceiptMatch choose(String received, Collection<String> answered) {
    List<String> likely =
        locked().map(dialect -> explained(dialect, received, answered)).orElse(List.of());
    return ReceiptMatch.among(likely.isEmpty() ? possible(received, answered) : likely);
  }

  /** For operators, behind the connector's name. */
  public String report() {
    return locked()
        .map(dialect -> sentence("receipts write the id %s (%d matches)", dialect))
        .or(() -> leading().map(dialect -> sentence(SUSPICION, dialect)))
        .orElse("how receipts write the id is not known yet")
        .concat(doubts());
  }

  private String sentence(String format, IdDialect dialect) {
    return format.formatted(dialect.description(), streak(dialect));
  }

  private String doubts() {
    return (contradictions == 0 ? "" : "; changed its ways %d times".formatted(contradictions))
        + (ambiguities == 0
            ? ""
            : "; %d receipts fitted more than one message".formatted(ambiguities));
  }

  private int streak(IdDialect dialect) {
    return streaks.getOrDefault(dialect, 0);
  }

  private static List<String> possible(String received, Collection<String> answered) {
    return answered.stream()
        .distinct()
        .filter(
            id -> Arrays.stream(IdDialect.values()).anyMatch(each -> each.explains(id, received)))
        .toList();
  }

  private static List<String> explained(
      IdDialect dialect, String received, Collection<String> answered) {
    return answered.stream().distinct().filter(id -> dialect.explains(id, received)).toList();
  }
}
