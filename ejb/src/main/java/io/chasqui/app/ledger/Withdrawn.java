package io.chasqui.app.ledger;

import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import java.util.Set;

/**
 * Messages that were taken back or replaced, now or before.
 *
 * @param leastRevision of theirs that may leave
 * @param push whether a webhook is to be told
 * @param esmes whose outbox has got something
 */
public record Withdrawn(
    Set<MessageId> messages, int leastRevision, boolean push, Set<SystemId> esmes) {
  public static final Withdrawn NONE = new Withdrawn(Set.of(), 0, false, Set.of());
}
