package io.chasqui.app.ledger;

import io.chasqui.app.messaging.DepartureNotes;
import io.chasqui.app.messaging.LocalSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Departure notes whose news is written down: taken away some at a time, since nobody minds one
 * that stays a moment longer. Used by one thread.
 */
final class WrittenNotes {
  private static final int SOME = 50;

  private final Set<String> waiting = new LinkedHashSet<>();
  private List<String> going = List.of();

  void add(List<String> notes) {
    waiting.addAll(notes);
  }

  /** Within the session's transaction: what waits when idle, else by the batch. */
  void tidy(LocalSession session, boolean idle) {
    going = idle || waiting.size() >= SOME ? List.copyOf(waiting) : List.of();
    if (!going.isEmpty()) {
      DepartureNotes.remove(session, going);
    }
  }

  /** The session's transaction is committed. */
  void tidied() {
    going.forEach(waiting::remove);
    going = List.of();
  }
}
