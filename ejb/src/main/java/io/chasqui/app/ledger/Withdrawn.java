package io.chasqui.app.ledger;

import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import java.util.Map;
import java.util.Set;

/**
 * Messages that were taken back or replaced, now or before.
 *
 * @param leastRevisions of theirs that may leave
 * @param push whether a webhook is to be told
 * @param esmes whose outbox has got something
 */
public record Withdrawn(Map<MessageId, Integer> leastRevisions, boolean push, Set<SystemId> esmes) {
  public static final Withdrawn NONE = new Withdrawn(Map.of(), false, Set.of());
}
