package io.chasqui.app.ledger;

import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.persistence.BatchSplit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sees to it that every entry of a batch ends somewhere: in the database, back in the queue when it
 * is early, or put aside when nothing will ever come of it.
 */
@ApplicationScoped
class LedgerDesk {
  private static final System.Logger LOG = System.getLogger("io.chasqui.ledger");
  private static final Duration OUT_OF_ORDER = Duration.ofSeconds(1);

  /** Longer than any outage of the database that lets news overtake its message's acceptance. */
  private static final Duration LATEST = Duration.ofDays(1);

  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * @param session whose transaction took the batch from the queue
   * @param written told of each piece of the batch once it is committed
   * @return the notes that can go: all that their batches told is in the database
   */
  List<String> write(
      LocalSession session, List<LedgerEntry> batch, Consumer<LedgerResult> written) {
    List<LedgerEntry> early = new ArrayList<>();
    List<LedgerEntry> dead = new ArrayList<>();
    BatchSplit.write(
            batch,
            piece -> {
              LedgerResult result = ledger.write(piece);
              early.addAll(result.early());
              written.accept(result);
            })
        .forEach(refused -> putAside(refused.entry(), refused.reason().getMessage(), dead));
    List<LedgerEntry> again = giveUpOnOldOnes(early, dead);
    List<LedgerEntry.Noted> notes = notes(batch);
    if (!again.isEmpty()) {
      again.addAll(notes);
    }
    send(session, Queues.DEAD, dead, Duration.ZERO);
    send(session, Queues.LEDGER, again, OUT_OF_ORDER);
    return again.isEmpty() && dead.isEmpty()
        ? notes.stream().map(LedgerEntry.Noted::note).toList()
        : List.of();
  }

  private static List<LedgerEntry.Noted> notes(List<LedgerEntry> batch) {
    return batch.stream()
        .filter(LedgerEntry.Noted.class::isInstance)
        .map(LedgerEntry.Noted.class::cast)
        .toList();
  }

  private static void send(
      LocalSession session, String queue, List<LedgerEntry> entries, Duration delay) {
    if (!entries.isEmpty()) {
      session.send(queue, LedgerCodec.INSTANCE.encode(entries), delay, Map.of());
    }
  }

  /** A message that was put aside itself would have its news go round for ever. */
  private List<LedgerEntry> giveUpOnOldOnes(List<LedgerEntry> early, List<LedgerEntry> dead) {
    Instant tooOld = clock.instant().minus(LATEST);
    List<LedgerEntry> again = new ArrayList<>();
    for (LedgerEntry entry : early) {
      if (entry.at().isBefore(tooOld)) {
        putAside(entry, "nobody has heard of its message within a day", dead);
      } else {
        again.add(entry);
      }
    }
    return again;
  }

  private static void putAside(LedgerEntry entry, String why, List<LedgerEntry> dead) {
    dead.add(entry);
    LOG.log(Level.ERROR, "ledger: {0} goes to {1}: {2}", entry.describe(), Queues.DEAD, why);
  }
}
