package io.chasqui.app.messaging;

import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Notes on the broker of which messages have been with a link while the ledger has not written that
 * down: left in the transaction that tells it, taken away when it is written. A message that no
 * link has, that no note names and that waits according to the database has not left. (The news
 * itself cannot be looked for: what its reader has been given, or is to be given again, is not seen
 * by browsing.)
 */
public final class DepartureNotes {
  private static final String NAME = "chasqui_note";
  private static final String WRITTEN = "chasqui_written";

  private DepartureNotes() {}

  /** Sends links' answers to the ledger, with a note of the messages they speak of. */
  public static void tell(LocalSession session, List<LedgerEntry> news) {
    List<MessageId> departed =
        news.stream().flatMap(entry -> departed(entry).stream()).distinct().toList();
    session.send(
        Queues.LEDGER,
        LedgerCodec.INSTANCE.encode(
            departed.isEmpty() ? news : with(write(session, departed, news.get(0).at()), news)));
  }

  private static LedgerEntry.Noted write(
      LocalSession session, List<MessageId> departed, Instant at) {
    String name = UUID.randomUUID().toString();
    session.send(
        Queues.DEPARTED,
        MessageIdCodec.INSTANCE.encode(departed),
        Duration.ZERO,
        Map.of(NAME, name, WRITTEN, at.toEpochMilli()));
    return new LedgerEntry.Noted(name, at);
  }

  private static List<LedgerEntry> with(LedgerEntry.Noted end, List<LedgerEntry> news) {
    return Stream.concat(news.stream(), Stream.of(end)).toList();
  }

  /** What a link puts off has not left. */
  private static Optional<MessageId> departed(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.Submitted submitted) {
      return Optional.of(submitted.outcome())
          .filter(outcome -> !(outcome instanceof SubmitOutcome.Deferred))
          .map(SubmitOutcome::message);
    }
    return entry instanceof LedgerEntry.GivenUp last
        ? Optional.of(last.message())
        : Optional.empty();
  }

  /** Takes notes away, within the session's transaction. */
  public static void remove(LocalSession session, Collection<String> names) {
    session.remove(Queues.DEPARTED, NAME, names);
  }

  /** Takes away what a crash has left: notes of messages too old to be still waiting. */
  public static void forget(LocalSession session, Instant before) {
    session.remove(Queues.DEPARTED, WRITTEN + " < " + before.toEpochMilli());
    session.commit();
  }

  /** Those of the messages that a note names. */
  public static Set<MessageId> among(LocalSession session, Collection<MessageId> messages) {
    Set<MessageId> noted = new HashSet<>();
    session.browse(Queues.DEPARTED, MessageIdCodec.INSTANCE).forEach(noted::addAll);
    noted.retainAll(messages);
    return noted;
  }
}
