package io.chasqui.app.dispatch;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The messages of one envelope while their link has them: which parts have had their outcome, and
 * which come back for another attempt. Used by one thread, the journal's.
 */
final class InFlightChunk {
  private final ConnectorId connector;
  private final String key;
  private final Map<MessageId, OutgoingMessage> messages = new HashMap<>();
  private final Map<MessageId, Set<Integer>> waiting = new HashMap<>();
  private final Map<MessageId, List<SubmitOutcome.Deferred>> deferred = new HashMap<>();

  /**
   * @param key names the envelope in the connector's in-flight queue
   */
  InFlightChunk(ConnectorId connector, String key, Map<OutgoingMessage, Set<Integer>> parts) {
    this.connector = connector;
    this.key = key;
    parts.forEach(
        (message, open) -> {
          // Parts of one message may come in two envelopes, deferred and resent apart.
          messages.merge(message.id(), message, (a, b) -> a.attempt() >= b.attempt() ? a : b);
          waiting.computeIfAbsent(message.id(), id -> new HashSet<>()).addAll(open);
        });
  }

  record Retry(OutgoingMessage message, Duration delay) {}

  ConnectorId connector() {
    return connector;
  }

  String key() {
    return key;
  }

  void land(SubmitOutcome outcome) {
    Set<Integer> parts = waiting.get(outcome.message());
    if (parts == null || !parts.remove(outcome.part())) {
      return; // an answer after all, to a submit that had been given up
    }
    if (parts.isEmpty()) {
      waiting.remove(outcome.message());
    }
    if (outcome instanceof SubmitOutcome.Deferred again) {
      deferred.computeIfAbsent(outcome.message(), id -> new ArrayList<>()).add(again);
    }
  }

  boolean isComplete() {
    return waiting.isEmpty();
  }

  List<Retry> retries() {
    return deferred.entrySet().stream()
        .map(entry -> retry(messages.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static Retry retry(OutgoingMessage message, List<SubmitOutcome.Deferred> outcomes) {
    Set<Integer> parts = new HashSet<>();
    outcomes.forEach(outcome -> parts.add(outcome.part()));
    Duration delay =
        outcomes.stream()
            .map(outcome -> RetryDelay.after(message.attempt(), outcome))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return new Retry(message.retry(parts), delay);
  }
}
