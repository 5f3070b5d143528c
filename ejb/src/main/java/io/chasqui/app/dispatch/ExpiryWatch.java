package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Task;
import io.chasqui.domain.link.ConnectorId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Ends messages whose validity ends while they wait for a link that does not take them: stopped,
 * not bound, deleted, or slower than what it is given. Only queues are looked into that hold some
 * by the ledger, so hundreds of connectors cost nothing while none is late.
 */
final class ExpiryWatch implements Task {
  /** The broker looks through so many queues at once, and each has some hundred envelopes ready. */
  private static final int AT_ONCE = 50;

  private final Function<Instant, ? extends Collection<ConnectorId>> late;
  private final Clock clock;

  /**
   * @param late connectors for which messages wait whose validity ended by an instant
   */
  ExpiryWatch(Function<Instant, ? extends Collection<ConnectorId>> late, Clock clock) {
    this.late = late;
    this.clock = clock;
  }

  @Override
  public Turn begin(LocalSession session) {
    return () -> sweep(session);
  }

  private void sweep(LocalSession session) {
    Instant now = clock.instant();
    List<ConnectorId> due = List.copyOf(late.apply(now));
    for (int from = 0; from < due.size(); from += AT_ONCE) {
      List<ConnectorId> some = due.subList(from, Math.min(due.size(), from + AT_ONCE));
      try (ExpirySweep sweep = new ExpirySweep(session, some, now)) {
        sweep.endExpired(clock);
      }
    }
  }
}
