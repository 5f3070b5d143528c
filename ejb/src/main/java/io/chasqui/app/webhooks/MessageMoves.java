package io.chasqui.app.webhooks;

import io.chasqui.domain.message.MessageStatus;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The legal moves of a message's status, as a condition in SQL. */
public final class MessageMoves {
  private MessageMoves() {}

  /** As {@code status IN (30,32)}: the statuses that may become {@code next}. */
  public static String mayBecome(MessageStatus next) {
    return Arrays.stream(MessageStatus.values())
        .filter(status -> status.mayBecome(next))
        .map(status -> Integer.toString(status.code()))
        .collect(Collectors.joining(",", "status IN (", ")"));
  }
}
