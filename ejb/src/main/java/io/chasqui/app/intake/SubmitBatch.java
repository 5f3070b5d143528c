package io.chasqui.app.intake;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a client asks to be sent together: it is accepted whole, or not at all.
 *
 * @param requests by their places in the batch, from 0; a message's id follows from its place
 */
public record SubmitBatch(SortedMap<Integer, SubmitRequest> requests) {
  public static SubmitBatch of(SubmitRequest single) {
    return new SubmitBatch(new TreeMap<>(Map.of(0, single)));
  }

  public int size() {
    return requests.size();
  }

  /** The id of the message at a place of the batch that was accepted under {@code batch}. */
  public static MessageId id(MessageId batch, int place) {
    return batch.plus(place);
  }

  List<OutgoingMessage> toMessages(MessageId batch, Instant now) {
    return requests.entrySet().stream()
        .map(entry -> entry.getValue().toMessage(id(batch, entry.getKey()), now))
        .toList();
  }
}
