package io.chasqui.smpp.esme;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What a session has done since its bind, or all of them since the start; counts only grow. */
final class Figures {
  /** What is counted. */
  enum Kind {
    /** Binds granted. */
    BOUND,
    /** Binds refused. */
    BIND_REFUSED,
    /** Messages taken in. */
    SUBMITTED,
    /** Requests answered with 0x58: too many, or too fast. */
    THROTTLED,
    /** Messages and receipts the ESME has taken. */
    DELIVERED,
    /** Responses to nothing that was asked, or too late. */
    STRAY
  }

  private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);
  private final Optional<Figures> whole;

  private Figures(Optional<Figures> whole) {
    this.whole = whole;
    for (Kind kind : Kind.values()) {
      counts.put(kind, new LongAdder());
    }
  }

  static Figures ofAll() {
    return new Figures(Optional.empty());
  }

  /** What is counted here counts for the whole too. */
  static Figures within(Figures whole) {
    return new Figures(Optional.of(whole));
  }

  void add(Kind kind, long count) {
    counts.get(kind).add(count);
    whole.ifPresent(all -> all.add(kind, count));
  }

  void count(Kind kind) {
    add(kind, 1);
  }

  long sum(Kind kind) {
    return counts.get(kind).sum();
  }

  /** Of one session. */
  @Override
  public String toString() {
    return "%d submitted, %d throttled, %d delivered, %d stray answers"
        .formatted(sum(Kind.SUBMITTED), sum(Kind.THROTTLED), sum(Kind.DELIVERED), sum(Kind.STRAY));
  }
}
