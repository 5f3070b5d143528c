package io.chasqui.app.incoming;

import io.chasqui.app.incoming.LongMessage.Part;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.Content;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

/**
 * A message all of whose parts have come, or as much of it as ever will.
 *
 * @param content its octets as they came, unless parts of it are missing
 * @param segments that have come, of {@code total}
 */
record ReceivedMessage(
    MessageId id,
    ConnectorId connector,
    Instant at,
    Address from,
    Address to,
    Content content,
    int segments,
    int total) {
  private static final String MISSING = "[…]";

  static ReceivedMessage of(LinkEvent.Incoming segment, UserData data) {
    return new ReceivedMessage(
        segment.id(),
        segment.connector(),
        segment.at(),
        segment.source(),
        segment.destination(),
        new Content.Octets(
            segment.coding(), data, ReceivedText.decode(segment.coding(), data.payload())),
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
        message.isWhole() ? whole(message.parts()) : new Content.Text(textWithGaps(message)),
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

  String text() {
    return content.text();
  }

  private static Content whole(List<Part> parts) {
    List<byte[]> payloads = parts.stream().map(Part::payload).toList();
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    payloads.forEach(octets::writeBytes);
    DataCodingScheme coding = parts.get(0).coding();
    return new Content.Octets(
        coding,
        new UserData(octets.toByteArray(), false),
        ReceivedText.of(coding, payloads).text());
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
