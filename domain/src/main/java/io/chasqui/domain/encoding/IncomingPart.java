package io.chasqui.domain.encoding;

import java.time.Instant;
import java.util.Arrays;
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

  /** 1-based. */
  public int sequence() {
    return place.sequence();
  }

  /** Whether the other says the same in the same place, whenever it came. */
  boolean says(IncomingPart that) {
    return sequence() == that.sequence()
        && coding.equals(that.coding)
        && data.nationalShift().equals(that.data.nationalShift())
        && Arrays.equals(data.payload(), that.data.payload());
  }
}
