package io.chasqui.app.intake;

import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.MessageIdCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notes on the broker of which messages with an Idempotency-Key were accepted: written in the
 * transaction that accepts them, taken away when their answers are stored. So a message whose
 * answer is missing was accepted if there is a note of it, and only then.
 */
final class KeyedAcceptances {
  private static final String NAME = "chasqui_note";
  private static final String WRITTEN = "chasqui_written";

  /** Notes taken away at once while the intake is busy. */
  private static final int SOME = 50;

  /** One batch's keyed messages, and how many of them have no stored answer yet. */
  private record Note(String name, AtomicInteger open) {}

  private final Map<MessageId, Note> open = new ConcurrentHashMap<>();
  private final Queue<String> settled = new ConcurrentLinkedQueue<>();

  /** Within the transaction that accepts them. */
  void write(LocalSession session, List<MessageId> ids, Instant now) {
    if (ids.isEmpty()) {
      return;
    }
    Note note = new Note(ids.get(0).toString(), new AtomicInteger(ids.size()));
    session.send(
        Queues.KEYED,
        MessageIdCodec.INSTANCE.encode(ids),
        Duration.ZERO,
        Map.of(NAME, note.name(), WRITTEN, now.toEpochMilli()));
    ids.forEach(id -> open.put(id, note));
  }

  /** The transaction that would have accepted it was undone. */
  void refused(MessageId id) {
    open.remove(id);
  }

  /** The message's answer is stored; from any thread. */
  void answered(MessageId id) {
    Note note = open.remove(id);
    if (note != null && note.open().decrementAndGet() == 0) {
      settled.add(note.name());
    }
  }

  /**
   * Takes settled notes away, within the session's transaction: all when idle, else by the batch.
   */
  void tidy(LocalSession session, boolean idle) {
    if (idle ? settled.isEmpty() : settled.size() < SOME) {
      return;
    }
    List<String> names = new ArrayList<>();
    while (names.size() < SOME && !settled.isEmpty()) {
      names.add(settled.remove());
    }
    session.remove(Queues.KEYED, NAME, names);
  }

  /** Takes away what is too old for a retry to ask for. */
  static void forget(LocalSession session, Instant before) {
    session.remove(Queues.KEYED, WRITTEN + " < " + before.toEpochMilli());
    session.commit();
  }

  static boolean contains(LocalSession session, MessageId id) {
    return session.browse(Queues.KEYED, MessageIdCodec.INSTANCE).stream()
        .anyMatch(ids -> ids.contains(id));
  }
}
