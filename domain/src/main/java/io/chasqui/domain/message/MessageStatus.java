package io.chasqui.domain.message;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a message stands. The moves allowed are those of {@link #mayBecome}; whoever learns of
 * another one late or twice leaves the status as it is.
 */
public enum MessageStatus {
  /** Durable, not yet routed. */
  ACCEPTED(1, Direction.OUT),
  /** Routed, waiting for its link. */
  QUEUED(2, Direction.OUT),
  /** Taken by the carrier. */
  SUBMITTED(3, Direction.OUT),
  /** On the phone. */
  DELIVERED(10, Direction.OUT),
  /** The carrier gave up. */
  UNDELIVERED(11, Direction.OUT),
  /** Its validity ended first, with us or with the carrier. */
  EXPIRED(12, Direction.OUT),
  /** Refused for good, by us or by the carrier. */
  REJECTED(13, Direction.OUT),
  /** We could not send it. */
  FAILED(14, Direction.OUT),
  /** Taken back by its sender before any of it had left; it will not be sent. */
  CANCELLED(16, Direction.OUT),
  /** Sent, and no answer tells what became of it. A late answer or receipt still may. */
  UNKNOWN(15, Direction.OUT),
  /** Durable, not yet told to its client. */
  RECEIVED(30, Direction.IN),
  /** The client has it. */
  PUSHED(31, Direction.IN),
  /** The client could not be told; kept for a replay. */
  PUSH_FAILED(32, Direction.IN),
  /** The number it came to belongs to no client; kept until it does. */
  UNROUTED(33, Direction.IN);

  private final int code;
  private final Direction direction;

  MessageStatus(int code, Direction direction) {
    this.code = code;
    this.direction = direction;
  }

  /** Its number in the database, 1-127; never changes. */
  public int code() {
    return code;
  }

  public Direction direction() {
    return direction;
  }

  /** As the API writes it, e.g. {@code push_failed}. */
  public String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether no move leads on from here. */
  public boolean isFinal() {
    return next().isEmpty();
  }

  /** Whether the move to {@code next} is legal; staying is not a move. */
  public boolean mayBecome(MessageStatus next) {
    return next().contains(next);
  }

  /**
   * @throws IllegalArgumentException for a number that is none of ours
   */
  public static MessageStatus ofCode(int code) {
    return Arrays.stream(values())
        .filter(status -> status.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("message status code " + code));
  }

  public static Optional<MessageStatus> ofApiName(String name) {
    return Arrays.stream(values()).filter(status -> status.apiName().equals(name)).findFirst();
  }

  private Set<MessageStatus> next() {
    return switch (this) {
      // Batches may arrive out of order and a receipt may outrun its submit answer, so an early
      // status may jump to any later one.
      case ACCEPTED -> EnumSet.range(QUEUED, UNKNOWN);
      case QUEUED -> EnumSet.range(SUBMITTED, UNKNOWN);
      case SUBMITTED -> EnumSet.of(DELIVERED, UNDELIVERED, EXPIRED, REJECTED, FAILED, UNKNOWN);
      case UNKNOWN -> EnumSet.range(QUEUED, FAILED);
      case DELIVERED, UNDELIVERED, EXPIRED, REJECTED, FAILED, CANCELLED, PUSHED ->
          EnumSet.noneOf(MessageStatus.class);
      case RECEIVED -> EnumSet.of(PUSHED, PUSH_FAILED, UNROUTED);
      case PUSH_FAILED -> EnumSet.of(PUSHED);
      case UNROUTED -> EnumSet.of(RECEIVED);
    };
  }
}
