package io.chasqui.app.incoming;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A long message from its first part on, and for a while after it was given out.
 *
 * @param id the first part's to come; becomes the message's
 * @param lastPartAt when the newest part was received
 * @param parts in their order
 */
record LongMessage(MessageId id, PartsKey key, State state, Instant lastPartAt, List<Part> parts) {
  /** How long a message waits for its next part; a reference that comes later is another one's. */
  static final Duration PATIENCE = Duration.ofHours(1);

  /**
   * How long after a message was given out a part with the same content is the same part, repeated
   * by an SMSC that missed our answer. Beyond it may be a sender that never changes its reference.
   */
  static final Duration REPETITION = Duration.ofMinutes(10);

  /** Where it stands. */
  enum State {
    OPEN,
    GIVEN_OUT
  }

  /** One part as it came. */
  record Part(
      int sequence, MessageId event, DataCodingScheme coding, byte[] payload, Instant receivedAt) {

    boolean says(Part other) {
      return sequence == other.sequence
          && coding.equals(other.coding)
          && Arrays.equals(payload, other.payload);
    }
  }

  static LongMessage begunBy(Part part, PartsKey key) {
    return new LongMessage(part.event(), key, State.OPEN, part.receivedAt(), List.of(part));
  }

  LongMessage with(Part part) {
    List<Part> all =
        Stream.concat(parts.stream(), Stream.of(part))
            .sorted(Comparator.comparingInt(Part::sequence))
            .toList();
    return new LongMessage(id, key, state, part.receivedAt(), all);
  }

  /** Whether the part is one of these, come again. */
  boolean repeats(Part part) {
    Duration memory = state == State.OPEN ? PATIENCE : REPETITION;
    return isWithin(memory, part) && parts.stream().anyMatch(part::says);
  }

  /** Whether the part can be one that is missing. */
  boolean lacks(Part part) {
    return state == State.OPEN
        && isWithin(PATIENCE, part)
        && parts.stream().noneMatch(each -> each.sequence() == part.sequence())
        && parts.stream().allMatch(each -> each.coding().equals(part.coding()));
  }

  boolean isWhole() {
    return parts.size() == key.total();
  }

  private boolean isWithin(Duration limit, Part part) {
    return Duration.between(lastPartAt, part.receivedAt()).abs().compareTo(limit) <= 0;
  }

  /**
   * The one of these that the part belongs to, repeated or missing. Of those that wait only the
   * newest takes parts: once a sender uses its reference again, it is done with the older ones.
   *
   * @param sameKey newest first
   */
  static Optional<LongMessage> ofPart(Part part, List<LongMessage> sameKey) {
    return sameKey.stream()
        .filter(each -> each.repeats(part))
        .findFirst()
        .or(() -> sameKey.stream().limit(1).filter(each -> each.lacks(part)).findFirst());
  }
}
