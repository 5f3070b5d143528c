package io.chasqui.domain.encoding;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The parts of one long message that have come, in any order, and for a while after it was given
 * out. Which parts are asked about is the caller's: those of one connector, sender, recipient,
 * reference and total.
 *
 * @param total 1-255
 * @param parts by their sequence numbers; one or more
 */
public record PartSet(State state, int total, SortedMap<Integer, IncomingPart> parts) {
  /** How long a message waits for its next part; a reference that comes later is another one's. */
  public static final Duration PATIENCE = Duration.ofHours(1);

  /**
   * How long after a message was given out a part with the same content is the same part, repeated
   * by an SMSC that missed our answer. Beyond it may be a sender that never changes its reference.
   */
  public static final Duration REPETITION = Duration.ofMinutes(10);

  private static final String MISSING = "[…]";

  /** Where the message stands. */
  public enum State {
    OPEN,
    GIVEN_OUT
  }

  public PartSet {
    Objects.requireNonNull(state);
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /** A message whose first part this is to come. */
  public static PartSet begunBy(IncomingPart part) {
    return of(State.OPEN, List.of(part));
  }

  /**
   * Parts as they were kept.
   *
   * @throws IllegalArgumentException when there is none, or they differ in their total or share a
   *     place
   */
  public static PartSet of(State state, Collection<IncomingPart> kept) {
    SortedMap<Integer, IncomingPart> parts = new TreeMap<>();
    kept.forEach(part -> parts.putIfAbsent(part.sequence(), part));
    List<Integer> totals = kept.stream().map(part -> part.place().total()).distinct().toList();
    if (totals.size() != 1 || parts.size() != kept.size()) {
      throw new IllegalArgumentException("%d parts, of totals %s".formatted(kept.size(), totals));
    }
    return new PartSet(state, totals.get(0), parts);
  }

  /** Whether the part is one of these, come again. */
  public boolean repeats(IncomingPart part) {
    Duration memory = state == State.OPEN ? PATIENCE : REPETITION;
    IncomingPart there = parts.get(part.sequence());
    return there != null && isWithin(memory, part) && there.says(part);
  }

  /**
   * Whether the part can be one that is missing. Another coding is another message's: phones come
   * back to a reference sooner or later.
   */
  public boolean lacks(IncomingPart part) {
    return state == State.OPEN
        && isWithin(PATIENCE, part)
        && part.place().total() == total
        && !parts.containsKey(part.sequence())
        && coding().equals(part.coding());
  }

  /**
   * @param part one that it {@link #lacks}
   */
  public PartSet with(IncomingPart part) {
    SortedMap<Integer, IncomingPart> more = new TreeMap<>(parts);
    more.put(part.sequence(), part);
    return new PartSet(state, total, more);
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

  public DataCodingScheme coding() {
    return parts.get(parts.firstKey()).coding();
  }

  /** The text, with {@code […]} for what is missing. */
  public String text() {
    StringBuilder text = new StringBuilder();
    int next = 1;
    for (List<IncomingPart> run : runs()) {
      text.append(run.get(0).sequence() > next ? MISSING : "");
      List<UserData> data = run.stream().map(IncomingPart::data).toList();
      text.append(ReceivedText.of(coding(), SmscAlphabet.GSM7, data).text());
      next = run.get(run.size() - 1).sequence() + 1;
    }
    return text.append(next <= total ? MISSING : "").toString();
  }

  /**
   * The octets in one, behind a header that names their national tables if they have any. Empty
   * while some are missing, and when the parts name different tables: then only {@link #text} can
   * say it all.
   */
  public Optional<UserData> joined() {
    List<NationalShift> shifts = data().stream().map(UserData::nationalShift).distinct().toList();
    if (!isComplete() || shifts.size() != 1) {
      return Optional.empty();
    }
    Reading reading = Reading.of(coding());
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (UserData part : data()) {
      byte[] payload = part.payload();
      octets.write(payload, 0, reading.usable(payload));
    }
    return Optional.of(UserData.of(shifts.get(0), octets.toByteArray()));
  }

  /** Says how much there is, never what it says. */
  @Override
  public String toString() {
    return "%d of %d parts".formatted(parts.size(), total);
  }

  private List<UserData> data() {
    return parts.values().stream().map(IncomingPart::data).toList();
  }

  private boolean isWithin(Duration limit, IncomingPart part) {
    return Duration.between(lastReceivedAt(), part.receivedAt()).abs().compareTo(limit) <= 0;
  }

  /** Parts that follow each other are read as one. */
  private List<List<IncomingPart>> runs() {
    List<List<IncomingPart>> runs = new ArrayList<>();
    int before = 0;
    for (IncomingPart part : parts.values()) {
      if (runs.isEmpty() || part.sequence() > before + 1) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(part);
      before = part.sequence();
    }
    return runs;
  }
}
