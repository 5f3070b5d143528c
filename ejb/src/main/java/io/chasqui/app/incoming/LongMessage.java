package io.chasqui.app.incoming;

import io.chasqui.domain.encoding.IncomingPart;
import io.chasqui.domain.encoding.PartSet;
import io.chasqui.domain.message.MessageId;
import java.util.List;
import java.util.Optional;

/**
 * A long message from its first part on, and for a while after it was given out.
 *
 * @param id the first part's to come; becomes the message's
 */
record LongMessage(MessageId id, PartsKey key, PartSet parts) {

  LongMessage with(IncomingPart part) {
    return new LongMessage(id, key, parts.with(part));
  }

  /**
   * The one of these that the part belongs to, repeated or missing. Of those that wait only the
   * newest takes parts: once a sender uses its reference again, it is done with the older ones.
   *
   * @param sameKey newest first
   */
  static Optional<LongMessage> ofPart(IncomingPart part, List<LongMessage> sameKey) {
    return sameKey.stream()
        .filter(each -> each.parts().repeats(part))
        .findFirst()
        .or(() -> sameKey.stream().limit(1).filter(each -> each.parts().lacks(part)).findFirst());
  }
}
