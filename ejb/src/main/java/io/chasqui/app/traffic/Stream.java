package io.chasqui.app.traffic;

import io.chasqui.domain.message.MessageId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Messages of one hour that are counted together; empty texts stand for none.
 *
 * @param hour in which they were accepted or received
 */
public record Stream(Instant hour, String clientId, String connectorId, String serviceId)
    implements Comparable<Stream> {
  private static final Comparator<Stream> ORDER =
      Comparator.comparing(Stream::hour)
          .thenComparing(Stream::clientId)
          .thenComparing(Stream::connectorId)
          .thenComparing(Stream::serviceId);

  /** The one a message belongs to; null where there is none. */
  public static Stream of(MessageId id, String clientId, String connectorId, String serviceId) {
    return new Stream(
        id.time().truncatedTo(ChronoUnit.HOURS),
        orEmpty(clientId),
        orEmpty(connectorId),
        orEmpty(serviceId));
  }

  @Override
  public int compareTo(Stream other) {
    return ORDER.compare(this, other);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
