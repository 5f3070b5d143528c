package io.chasqui.domain.encoding;

import java.util.Objects;
import java.util.Optional;

/**
 * One short message of a text.
 *
 * @param data as it goes on the wire, with a header when the splitting or the alphabet has one
 * @param place empty when the message is whole; to be sent as TLVs under {@link Splitting#SAR}
 *     unless the header says it
 */
public record MessagePart(UserData data, Optional<Concatenation> place) {
  public MessagePart {
    Objects.requireNonNull(data);
    Objects.requireNonNull(place);
  }

  /** The place the TLVs have to tell; empty when the header tells it or there is none. */
  public Optional<Concatenation> sar() {
    return data.concatenation().isPresent() ? Optional.empty() : place;
  }
}
