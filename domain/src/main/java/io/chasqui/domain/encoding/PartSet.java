package io.chasqui.domain.encoding;

import io.chasqui.domain.encoding.Joining.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The parts of one long message that have come, in any order. Which parts are asked about is the
 * caller's: those of one connector, sender, recipient and reference.
 *
 * @param total 1-255
 * @param parts by their sequence numbers; one or more
 */
public record PartSet(int total, SortedMap<Integer, IncomingPart> parts) {
  private static final String MISSING = "[…]";

  public PartSet {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /** What the first part of a message does: nothing is kept under its reference. */
  public static Joining startedBy(IncomingPart part) {
    PartSet parts = of(List.of(part));
    return parts.isComplete() ? new Joining.Complete(parts) : new Joining.Waiting(parts);
  }

  /**
   * Parts as they were kept.
   *
   * @throws IllegalArgumentException when there is none, or they differ in their total or share a
   *     place
   */
  public static PartSet of(Collection<IncomingPart> kept) {
    SortedMap<Integer, IncomingPart> parts = new TreeMap<>();
    kept.forEach(part -> parts.putIfAbsent(part.sequence(), part));
    List<Integer> totals = kept.stream().map(part -> part.place().total()).distinct().toList();
    if (totals.size() != 1 || parts.size() != kept.size()) {
      throw new IllegalArgumentException("%d parts, of totals %s".formatted(kept.size(), totals));
    }
    return new PartSet(totals.get(0), parts);
  }

  /**
   * What one more part does.
   *
   * @param patience how long the parts of one message may lie apart; phones come back to a
   *     reference sooner or later
   */
  public Joining add(IncomingPart part, Duration patience) {
    Optional<Reason> conflict = conflict(part, patience);
    if (conflict.isPresent()) {
      return new Joining.Conflict(this, conflict.get(), startedBy(part));
    }
    if (parts.containsKey(part.sequence())) {
      return new Joining.Repeated();
    }
    PartSet more = with(part);
    return more.isComplete() ? new Joining.Complete(more) : new Joining.Waiting(more);
  }

  public boolean isComplete() {
    return parts.size() == total;
  }

  /** Sequence numbers, ascending. */
  public List<Integer> missing() {
    return IntStream.rangeClosed(1, total).filter(i -> !parts.containsKey(i)).boxed().toList();
  }

  /** When the newest part came. */
  public Instant lastReceivedAt() {
    return parts.values().stream()
        .map(IncomingPart::receivedAt)
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /**
   * The text, with {@code […]} for what is missing.
   *
   * @param zero what the peer means by its default alphabet
   */
  public String text(SmscAlphabet zero) {
    StringBuilder text = new StringBuilder();
    int next = 1;
    for (List<IncomingPart> run : runs()) {
      text.append(run.get(0).sequence() > next ? MISSING : "");
      List<UserData> data = run.stream().map(IncomingPart::data).toList();
      text.append(ReceivedText.of(run.get(0).coding(), zero, data).text());
      next = run.get(run.size() - 1).sequence() + 1;
    }
    return text.append(next <= total ? MISSING : "").toString();
  }

  /** Says how much there is, never what it says. */
  @Override
  public String toString() {
    return "%d of %d parts".formatted(parts.size(), total);
  }

  private Optional<Reason> conflict(IncomingPart part, Duration patience) {
    if (part.receivedAt().isAfter(lastReceivedAt().plus(patience))) {
      return Optional.of(Reason.TOO_LATE);
    }
    if (part.place().total() != total) {
      return Optional.of(Reason.OTHER_TOTAL);
    }
    IncomingPart there = parts.getOrDefault(part.sequence(), part);
    return part.repeats(there) ? Optional.empty() : Optional.of(Reason.OTHER_CONTENT);
  }

  private PartSet with(IncomingPart part) {
    SortedMap<Integer, IncomingPart> more = new TreeMap<>(parts);
    more.put(part.sequence(), part);
    return new PartSet(total, more);
  }

  /** Parts that follow each other and share a coding are read as one. */
  private List<List<IncomingPart>> runs() {
    List<List<IncomingPart>> runs = new ArrayList<>();
    IncomingPart before = null;
    for (IncomingPart part : parts.values()) {
      if (before == null || !follows(part, before)) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(part);
      before = part;
    }
    return runs;
  }

  private static boolean follows(IncomingPart part, IncomingPart before) {
    return part.sequence() == before.sequence() + 1 && part.coding().equals(before.coding());
  }
}
