package io.chasqui.app.incoming;

import io.chasqui.app.incoming.LongMessage.Part;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import java.time.Instant;
import java.util.List;

/**
 * A message all of whose parts have come, or as much of it as ever will.
 *
 * @param segments that have come, of {@code total}
 */
record ReceivedMessage(
    MessageId id,
    ConnectorId connector,
    Instant at,
    Address from,
    Address to,
    DataCodingScheme coding,
    String text,
    int segments,
    int total) {
  private static final String MISSING = "[…]";

  static ReceivedMessage of(LinkEvent.Incoming segment, byte[] payload) {
    return new ReceivedMessage(
        segment.id(),
        segment.connector(),
        segment.at(),
        segment.source(),
        segment.destination(),
        segment.coding(),
        ReceivedText.decode(segment.coding(), payload),
        1,
        1);
  }

  static ReceivedMessage of(LongMessage message) {
    Part first = message.parts().get(0);
    return new ReceivedMessage(
        message.id(),
        message.key().connector(),
        first.receivedAt(),
        message.key().source(),
        message.key().destination(),
        first.coding(),
        message.isWhole() ? text(message.parts()) : textWithGaps(message),
        message.parts().size(),
        message.key().total());
  }

  /** {@code in 3 parts}, with those missing; nothing for a single one. */
  String howItCame() {
    if (segments < total) {
      return " in %d of %d parts, the others did not come".formatted(segments, total);
    }
    return total > 1 ? " in %d parts".formatted(total) : "";
  }

  private static String text(List<Part> parts) {
    List<byte[]> payloads = parts.stream().map(Part::payload).toList();
    return ReceivedText.of(parts.get(0).coding(), payloads).text();
  }

  private static String textWithGaps(LongMessage message) {
    StringBuilder text = new StringBuilder();
    int next = 1;
    for (Part part : message.parts()) {
      text.append(part.sequence() > next ? MISSING : "");
      text.append(ReceivedText.decode(part.coding(), part.payload()));
      next = part.sequence() + 1;
    }
    return text.append(next <= message.key().total() ? MISSING : "").toString();
  }
}
