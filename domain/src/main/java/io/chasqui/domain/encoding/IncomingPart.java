package io.chasqui.domain.encoding;

import java.time.Instant;
import java.util.Objects;

/**
 * One part of a long message as it came in.
 *
 * @param place from its header, or from the TLVs that say the same
 * @param data header included
 */
public record IncomingPart(
    Concatenation place, DataCodingScheme coding, UserData data, Instant receivedAt) {
  public IncomingPart {
    Objects.requireNonNull(place);
    Objects.requireNonNull(coding);
    Objects.requireNonNull(data);
    Objects.requireNonNull(receivedAt);
  }

  int sequence() {
    return place.sequence();
  }

  /** The same short message, whenever it came. */
  boolean repeats(IncomingPart that) {
    return place.equals(that.place) && coding.equals(that.coding) && data.equals(that.data);
  }
}
