package io.chasqui.domain.outgoing;

import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.MessagePart;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.Carriage;
import java.util.List;

/**
 * What a content is on its way to one carrier.
 *
 * @param alphabet it counts as
 * @param onAir short messages a phone gets, 1-255
 * @param parts to be submitted; fewer than {@code onAir} when the carrier is to cut
 */
public record ShortMessages(
    DataCodingScheme coding, Alphabet alphabet, int onAir, List<MessagePart> parts) {
  public ShortMessages {
    parts = List.copyOf(parts);
  }

  /** The octets of each part, headers included. */
  public List<UserData> data() {
    return parts.stream().map(MessagePart::data).toList();
  }

  Carriage carriage(MessagePart part) {
    return part.sar()
        .<Carriage>map(Carriage.WithSar::new)
        .orElse(parts.size() < onAir ? Carriage.PAYLOAD : Carriage.SHORT_MESSAGE);
  }
}
