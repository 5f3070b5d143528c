package io.chasqui.domain.message;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Where one part of an outgoing message stands; codes are those of {@link MessageStatus}. */
public enum SegmentStatus {
  QUEUED(MessageStatus.QUEUED),
  SUBMITTED(MessageStatus.SUBMITTED),
  DELIVERED(MessageStatus.DELIVERED),
  UNDELIVERED(MessageStatus.UNDELIVERED),
  EXPIRED(MessageStatus.EXPIRED),
  REJECTED(MessageStatus.REJECTED),
  FAILED(MessageStatus.FAILED),
  CANCELLED(MessageStatus.CANCELLED),
  UNKNOWN(MessageStatus.UNKNOWN);

  private final MessageStatus ofMessage;

  SegmentStatus(MessageStatus ofMessage) {
    this.ofMessage = ofMessage;
  }

  /** Its number in the database; never changes. */
  public int code() {
    return ofMessage.code();
  }

  /** As the API writes it, e.g. {@code submitted}. */
  public String apiName() {
    return ofMessage.apiName();
  }

  /** Whether no move leads on from here. */
  public boolean isFinal() {
    return ofMessage.isFinal();
  }

  /** Whether the move to {@code next} is legal; staying is not a move. */
  public boolean mayBecome(SegmentStatus next) {
    return ofMessage.mayBecome(next.ofMessage);
  }

  /**
   * @throws IllegalArgumentException for a number that is none of ours
   */
  public static SegmentStatus ofCode(int code) {
    return Arrays.stream(values())
        .filter(status -> status.code() == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("segment status code " + code));
  }

  /**
   * The message's status from its parts': while one is on its way, the least advanced; else unknown
   * if one is; else the worst, in the order rejected, failed, undelivered, expired, delivered,
   * cancelled. What the sender must change comes before what only the network knows. Parts are
   * cancelled all or none.
   *
   * <p>A part may fall back from unknown to queued, and its message with it from submitted to
   * queued: no legal move, so the message stays submitted until the part is settled.
   *
   * @throws IllegalArgumentException without parts
   */
  public static MessageStatus derive(Collection<SegmentStatus> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a message has at least one part");
    }
    Set<SegmentStatus> present = EnumSet.copyOf(parts);
    return Stream.of(
            QUEUED,
            SUBMITTED,
            UNKNOWN,
            REJECTED,
            FAILED,
            UNDELIVERED,
            EXPIRED,
            DELIVERED,
            CANCELLED)
        .filter(present::contains)
        .findFirst()
        .orElseThrow()
        .ofMessage;
  }
}
