package io.chasqui.app.ledger;

import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.message.Direction;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as its client sees it.
 *
 * @param text empty when it was erased
 * @param segments one for each part of an outgoing message; empty in lists and for incoming ones
 * @param events its story, oldest first; empty in lists
 */
public record MessageView(
    MessageId id,
    Direction direction,
    String from,
    String to,
    Optional<String> text,
    MessageStatus status,
    Alphabet alphabet,
    int segmentCount,
    Optional<String> service,
    Optional<String> clientReference,
    Instant createdAt,
    List<SegmentView> segments,
    List<EventView> events) {

  /** One part. */
  public record SegmentView(int part, Optional<String> carrierMessageId, String status) {}

  /** One line of the story. */
  public record EventView(Instant at, String status, String detail) {}

  MessageView with(List<SegmentView> itsSegments, List<EventView> itsEvents) {
    return new MessageView(
        id,
        direction,
        from,
        to,
        text,
        status,
        alphabet,
        segmentCount,
        service,
        clientReference,
        createdAt,
        itsSegments,
        itsEvents);
  }
}
