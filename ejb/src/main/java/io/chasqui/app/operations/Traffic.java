package io.chasqui.app.operations;

import io.chasqui.domain.message.Direction;
import io.chasqui.domain.message.MessageStatus;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Where the messages of a span of time stand.
 *
 * @param byStatus how many are in each status; a missing status counts 0
 */
public record Traffic(Map<MessageStatus, Long> byStatus) {
  private static final Set<MessageStatus> WAITING =
      EnumSet.of(MessageStatus.ACCEPTED, MessageStatus.QUEUED);
  private static final Set<MessageStatus> NOT_DELIVERED =
      EnumSet.of(
          MessageStatus.UNDELIVERED,
          MessageStatus.EXPIRED,
          MessageStatus.REJECTED,
          MessageStatus.FAILED);
  private static final Set<MessageStatus> HANDED_OVER =
      EnumSet.of(
          MessageStatus.SUBMITTED,
          MessageStatus.DELIVERED,
          MessageStatus.UNDELIVERED,
          MessageStatus.EXPIRED,
          MessageStatus.UNKNOWN);

  public Traffic {
    byStatus = Map.copyOf(byStatus);
  }

  /** Outgoing messages that a carrier was given. */
  public long sent() {
    return count(HANDED_OVER);
  }

  /** Outgoing messages that wait for a carrier. */
  public long waiting() {
    return count(WAITING);
  }

  public long delivered() {
    return count(EnumSet.of(MessageStatus.DELIVERED));
  }

  /** Outgoing messages that ended without reaching the phone. */
  public long failed() {
    return count(NOT_DELIVERED);
  }

  /** Outgoing messages sent without an answer that tells what became of them. */
  public long unknown() {
    return count(EnumSet.of(MessageStatus.UNKNOWN));
  }

  public long received() {
    return byStatus.entrySet().stream()
        .filter(entry -> entry.getKey().direction() == Direction.IN)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Incoming messages whose number belongs to no client. */
  public long unrouted() {
    return count(EnumSet.of(MessageStatus.UNROUTED));
  }

  /** Delivered among those whose end is known, 0-1; empty while none is known. */
  public OptionalDouble deliveryRate() {
    long ended = delivered() + failed();
    return ended == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) delivered() / ended);
  }

  private long count(Set<MessageStatus> statuses) {
    return statuses.stream().mapToLong(status -> byStatus.getOrDefault(status, 0L)).sum();
  }
}
