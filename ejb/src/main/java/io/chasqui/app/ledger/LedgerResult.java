package io.chasqui.app.ledger;

import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.receipts.Sighting;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import java.util.List;
import java.util.Set;

/**
 * What follows from a batch that was written down.
 *
 * @param recorded messages now in the database
 * @param early news about messages that are not there yet
 * @param waiting what the batch has left to be done by others
 * @param esmes whose outbox has got something
 * @param sightings what its receipts told of their carriers
 */
public record LedgerResult(
    List<MessageId> recorded,
    List<LedgerEntry> early,
    Set<Errand> waiting,
    Set<SystemId> esmes,
    List<Sighting> sightings) {

  /** Something written down in the same transaction that is waiting to be carried out. */
  public enum Errand {
    PUSH,
    RESEND
  }
}
