package io.chasqui.app.withdrawal;

import io.chasqui.app.dispatch.Withdrawals;
import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.ledger.Takeback;
import io.chasqui.app.ledger.Withdrawn;
import io.chasqui.app.messaging.Broker;
import io.chasqui.app.messaging.DepartureNotes;
import io.chasqui.domain.message.MessageId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes messages back that have not left. In this order (ADR 14): keep them from leaving; see that
 * no link has them, that no note tells of one that had them, and, in the transaction that takes
 * them back, that the database knows of none. Each is where a message goes next after the one
 * before, so none that has left is overlooked.
 */
@ApplicationScoped
public class TakingBack {
  private static final System.Logger LOG = System.getLogger("io.chasqui.withdrawal");

  /** For the ledger to write down what was just accepted. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int ATTEMPTS = 3;

  @Inject Withdrawals withdrawals;
  @Inject LooseEnds looseEnds;
  @Inject RecentlyAccepted recent;
  @Inject Takeback ledger;
  @Inject Broker broker;
  @Inject Tidings tidings;

  /**
   * Returns within a few seconds, with a verdict for each.
   *
   * @param cause for the messages' story
   */
  public Map<MessageId, Verdict> cancel(Collection<MessageId> messages, String cause) {
    return withdraw(messages, waiting -> ledger.cancel(waiting, cause));
  }

  Map<MessageId, Verdict> withdraw(
      Collection<MessageId> messages, Function<Set<MessageId>, Withdrawn> deciding) {
    Map<MessageId, Verdict> verdicts = new HashMap<>();
    Set<MessageId> recorded = new HashSet<>(messages);
    recorded.removeAll(unrecorded(messages));
    messages.forEach(each -> verdicts.put(each, Verdict.NOT_NOW));
    Withdrawals.Claim claim = withdrawals.claim(recorded);
    claim.aloft().forEach(each -> verdicts.put(each, Verdict.TOO_LATE));
    if (!claim.messages().isEmpty()) {
      Optional<Withdrawn> withdrawn = decide(claim.messages(), deciding);
      if (withdrawn.isPresent()) {
        claim.messages().forEach(each -> verdicts.put(each, Verdict.TOO_LATE));
        withdrawn.get().messages().forEach(each -> verdicts.put(each, Verdict.DONE));
      }
    }
    return verdicts;
  }

  /** Empty when it cannot be decided now. In the end nothing stays claimed but what is in doubt. */
  private Optional<Withdrawn> decide(
      Set<MessageId> claimed, Function<Set<MessageId>, Withdrawn> deciding) {
    Set<MessageId> waiting = new HashSet<>(claimed);
    try {
      waiting.removeAll(broker.look(session -> DepartureNotes.among(session, claimed)));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "taking back: the broker does not answer, the sender is told so", e);
      withdrawals.release(claimed);
      return Optional.empty();
    }
    try {
      Withdrawn withdrawn = waiting.isEmpty() ? Withdrawn.NONE : attempt(waiting, deciding);
      withdrawals.settle(withdrawn.messages(), withdrawn.leastRevision());
      withdrawals.release(claimed);
      tidings.tell(withdrawn);
      return Optional.of(withdrawn);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "taking back: the database does not answer, the sender is told so", e);
      looseEnds.add(claimed);
      return Optional.empty();
    }
  }

  /** Again when it fails: done twice it is done once. */
  private static Withdrawn attempt(
      Set<MessageId> waiting, Function<Set<MessageId>, Withdrawn> deciding) {
    RuntimeException failure = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return deciding.apply(waiting);
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private Set<MessageId> unrecorded(Collection<MessageId> messages) {
    try {
      return recent.awaitRecorded(messages, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Set.copyOf(messages);
    }
  }
}
