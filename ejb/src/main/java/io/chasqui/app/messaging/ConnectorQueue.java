package io.chasqui.app.messaging;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What waits for a connector's link. Each envelope says when the first of its messages expires, so
 * that those can be found among all that wait.
 */
public final class ConnectorQueue {
  private static final String EXPIRES = "chasqui_expires";

  private ConnectorQueue() {}

  /**
   * To be seen by the connector's pump after the commit, no earlier than {@code delay} from now.
   */
  public static void send(
      LocalSession session, ConnectorId to, List<OutgoingMessage> messages, Duration delay) {
    send(session, Queues.connector(to), messages, delay);
  }

  /** Gives a message back to the head; alone, so that it can expire alone. */
  public static void giveBack(LocalSession session, ConnectorId to, OutgoingMessage message) {
    send(session, Queues.again(to), List.of(message), Duration.ZERO);
  }

  private static void send(
      LocalSession session, String queue, List<OutgoingMessage> messages, Duration delay) {
    long first =
        messages.stream().mapToLong(message -> message.expiresAt().toEpochMilli()).min().orElse(0);
    session.send(queue, OutgoingCodec.INSTANCE.encode(messages), delay, Map.of(EXPIRES, first));
  }

  public static EnvelopeReader<OutgoingMessage> reader(LocalSession session, ConnectorId of) {
    return new EnvelopeReader<>(session, Queues.connector(of), OutgoingCodec.INSTANCE);
  }

  /** What was given back and goes first, in no order. */
  public static EnvelopeReader<OutgoingMessage> head(LocalSession session, ConnectorId of) {
    return new EnvelopeReader<>(session, Queues.again(of), OutgoingCodec.INSTANCE);
  }

  /** Reads only envelopes with a message that has expired by {@code now}, or that do not say. */
  public static EnvelopeReader<OutgoingMessage> expired(
      LocalSession session, ConnectorId of, Instant now) {
    return expired(session, Queues.connector(of), now);
  }

  /** As above, of what was given back. */
  public static EnvelopeReader<OutgoingMessage> expiredAtHead(
      LocalSession session, ConnectorId of, Instant now) {
    return expired(session, Queues.again(of), now);
  }

  private static EnvelopeReader<OutgoingMessage> expired(
      LocalSession session, String queue, Instant now) {
    return new EnvelopeReader<>(
        session,
        queue,
        OutgoingCodec.INSTANCE,
        "%1$s <= %2$d OR %1$s IS NULL".formatted(EXPIRES, now.toEpochMilli()));
  }
}
