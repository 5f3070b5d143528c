package io.chasqui.app.withdrawal;

import io.chasqui.app.dispatch.Withdrawals;
import io.chasqui.app.ledger.Takeback;
import io.chasqui.app.messaging.Broker;
import io.chasqui.app.messaging.DepartureNotes;
import io.chasqui.domain.message.MessageId;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Settles what a request to take a message back had to leave open, and forgets what nobody needs
 * any more.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LooseEnds {
  /** For a pump that has looked at the clock and not at the withdrawals yet. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  /** A message is scheduled 30 days ahead and valid for 7 after that at most. */
  private static final Duration NOTHING_WAITS = Duration.ofDays(40);

  private final Set<MessageId> open = ConcurrentHashMap.newKeySet();

  @Inject Withdrawals withdrawals;
  @Inject Takeback ledger;
  @Inject Broker broker;
  @Inject Clock clock;

  /** Claimed messages of which the database did not say whether they are taken back. */
  public void add(Collection<MessageId> messages) {
    open.addAll(messages);
  }

  /** While the database does not answer, they wait on. */
  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  public void settle() {
    Set<MessageId> asked = Set.copyOf(open);
    if (!asked.isEmpty()) {
      Map<MessageId, Integer> found = ledger.leastRevisions(asked);
      found.forEach((message, least) -> withdrawals.settle(Set.of(message), least));
      Set<MessageId> free = new HashSet<>(asked);
      free.removeAll(found.keySet());
      withdrawals.release(free);
      open.removeAll(asked);
    }
  }

  @Schedule(hour = "*", minute = "23", persistent = false)
  public void forgetOld() {
    Instant now = clock.instant();
    withdrawals.forget(ledger.forget(now.minus(MARGIN)));
    broker.look(
        session -> {
          DepartureNotes.forget(session, now.minus(NOTHING_WAITS));
          return null;
        });
  }
}
