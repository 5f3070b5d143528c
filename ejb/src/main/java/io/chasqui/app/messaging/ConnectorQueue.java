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
    long first =
        messages.stream().mapToLong(message -> message.expiresAt().toEpochMilli()).min().orElse(0);
    session.send(
        Queues.connector(to),
        OutgoingCodec.INSTANCE.encode(messages),
        delay,
        Map.of(EXPIRES, first));
  }

  public static EnvelopeReader<OutgoingMessage> reader(LocalSession session, ConnectorId of) {
    return new EnvelopeReader<>(session, Queues.connector(of), OutgoingCodec.INSTANCE);
  }

  /** Reads only envelopes with a message that has expired by {@code now}, or that do not say. */
  public static EnvelopeReader<OutgoingMessage> expired(
      LocalSession session, ConnectorId of, Instant now) {
    return new EnvelopeReader<>(
        session,
        Queues.connector(of),
        OutgoingCodec.INSTANCE,
        "%1$s <= %2$d OR %1$s IS NULL".formatted(EXPIRES, now.toEpochMilli()));
  }
}
