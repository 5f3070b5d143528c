package io.chasqui.app.incoming;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.PartSet;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.Content;
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
  static ReceivedMessage of(LinkEvent.Incoming segment, UserData data) {
    return new ReceivedMessage(
        segment.id(),
        segment.connector(),
        segment.at(),
        segment.source(),
        segment.destination(),
        new Content.Octets(
            segment.coding(),
            data,
            ReceivedText.of(segment.coding(), SmscAlphabet.GSM7, List.of(data)).text()),
        1,
        1);
  }

  static ReceivedMessage of(LongMessage message) {
    PartSet parts = message.parts();
    return new ReceivedMessage(
        message.id(),
        message.key().connector(),
        parts.parts().get(parts.parts().firstKey()).receivedAt(),
        message.key().source(),
        message.key().destination(),
        content(parts),
        parts.parts().size(),
        parts.total());
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

  private static Content content(PartSet parts) {
    String text = parts.text();
    return parts
        .joined()
        .<Content>map(octets -> new Content.Octets(parts.coding(), octets, text))
        .orElseGet(() -> new Content.Text(text));
  }
}
