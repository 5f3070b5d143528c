package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The messages of one envelope while their link has them: which parts have had their outcome, and
 * which come back for another attempt. Used by one thread, the journal's, but for the
 * announcements.
 */
final class InFlightChunk {
  private final ConnectorId connector;
  private final String key;
  private final Sequels sequels;
  private final Returns returns;
  private final Map<MessageId, OutgoingMessage> messages = new HashMap<>();
  private final Map<MessageId, Set<Integer>> waiting = new HashMap<>();
  private final Map<MessageId, Long> places = new HashMap<>();

  /** Without an outcome so far; on any thread. */
  private final Set<Part> unheard = ConcurrentHashMap.newKeySet();

  private final Map<MessageId, Comeback> comebacks = new HashMap<>();

  /**
   * @param key names the envelope in the connector's in-flight queue
   * @param parts those with the link, of each message in the queue's order
   * @param had places of messages that came back before
   */
  InFlightChunk(
      ConnectorId connector,
      String key,
      Sequels sequels,
      Returns returns,
      Map<OutgoingMessage, Set<Integer>> parts,
      Map<MessageId, Long> had) {
    this.connector = connector;
    this.key = key;
    this.sequels = sequels;
    this.returns = returns;
    parts.forEach(
        (message, open) -> {
          // Parts of one message may come in two envelopes, deferred and resent apart.
          messages.merge(message.id(), message, (a, b) -> a.attempt() >= b.attempt() ? a : b);
          waiting.computeIfAbsent(message.id(), id -> new HashSet<>()).addAll(open);
          places.computeIfAbsent(
              message.id(), id -> had.containsKey(id) ? had.get(id) : returns.nextPlace());
          open.forEach(part -> unheard.add(new Part(message.id(), part)));
        });
  }

  private record Part(MessageId message, int part) {}

  ConnectorId connector() {
    return connector;
  }

  String key() {
    return key;
  }

  /**
   * What comes back to the head of the queue must be known before the link has room for the next.
   * Called on the wire's threads, before the outcome goes to the journal.
   */
  void announce(SubmitOutcome outcome) {
    boolean isAwaited = unheard.remove(new Part(outcome.message(), outcome.part()));
    if (isAwaited
        && outcome instanceof Deferred deferred
        && sequel(deferred) instanceof Sequel.AtHead head) {
      returns.expect(this, head.hold());
    }
  }

  /** The part will not be handed to the link. */
  void announceHeldBack() {
    returns.expect(this, Duration.ZERO);
  }

  /** All that comes back is where it belongs. */
  void left() {
    places.keySet().removeIf(id -> !isGivenBack(id));
    returns.arrived(this, places);
  }

  private boolean isGivenBack(MessageId message) {
    return comebacks.containsKey(message)
        && comebacks.get(message).sequel() instanceof Sequel.AtHead;
  }

  private Sequel sequel(Deferred outcome) {
    return sequels.of(outcome, messages.get(outcome.message()).attempt());
  }

  /** The outcome of a part; what is to be told of it. */
  Optional<LedgerEntry> land(SubmitOutcome outcome) {
    boolean isAwaited = settle(outcome.message(), outcome.part());
    if (isAwaited && outcome instanceof Deferred deferred) {
      return defer(deferred);
    }
    // An answer after all, to a submit that had been given up, is told as well.
    return Optional.of(new LedgerEntry.Submitted(connector, outcome));
  }

  /** The part was not handed to the link, since others came back that go first. */
  void holdBack(MessageId message, int part) {
    if (settle(message, part)) {
      comeback(message).withheld(part);
    }
  }

  private boolean settle(MessageId message, int part) {
    Set<Integer> parts = waiting.get(message);
    boolean isAwaited = parts != null && parts.remove(part);
    if (isAwaited && parts.isEmpty()) {
      waiting.remove(message);
    }
    return isAwaited;
  }

  private Optional<LedgerEntry> defer(Deferred outcome) {
    int attempt = messages.get(outcome.message()).attempt();
    Sequel sequel = sequel(outcome);
    if (sequel instanceof Sequel.GivenUp) {
      return Optional.of(
          new LedgerEntry.GivenUp(
              connector,
              outcome.message(),
              outcome.part(),
              attempt,
              outcome.reason(),
              outcome.at()));
    }
    comeback(outcome.message()).deferred(outcome, sequel);
    return isWorthTelling(attempt)
        ? Optional.of(new LedgerEntry.Submitted(connector, outcome))
        : Optional.empty();
  }

  /** The first refusal, the second, the fourth, the eighth...: a story, not a protocol. */
  private static boolean isWorthTelling(int attempt) {
    return Integer.bitCount(attempt) == 1;
  }

  private Comeback comeback(MessageId message) {
    return comebacks.computeIfAbsent(message, id -> new Comeback(messages.get(id)));
  }

  boolean isComplete() {
    return waiting.isEmpty();
  }

  /** The messages that go on, in no order. */
  List<Comeback> comebacks() {
    return List.copyOf(comebacks.values());
  }
}
