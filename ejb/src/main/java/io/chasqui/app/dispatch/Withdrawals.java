package io.chasqui.app.dispatch;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Messages that their senders take back, in memory, and what the links have: the pumps look here
 * before they put an envelope in flight, which is the point of no return (ADR 14). A pump first
 * says what it takes up and then looks at the claims; whoever claims does so first and then looks
 * at what is aloft. So one of the two sees the other.
 */
@ApplicationScoped
public class Withdrawals {
  /** Being decided: they may not leave, and are not dropped either. */
  private final Set<MessageId> claimed = ConcurrentHashMap.newKeySet();

  /** Decided, durably: the least revision that may leave. */
  private final Map<MessageId, Integer> settled = new ConcurrentHashMap<>();

  /** What is with the links, by the envelope's key. */
  private final Map<String, Set<MessageId>> aloft = new ConcurrentHashMap<>();

  private volatile boolean open;

  /** From now on messages can be claimed: what a former run has left in flight is told. */
  void open(Map<MessageId, Integer> leastRevisions) {
    settled.putAll(leastRevisions);
    open = true;
  }

  /**
   * What a claim came to; messages that somebody else is claiming are in neither set.
   *
   * @param messages that will not leave until they are settled or released
   * @param aloft messages that a link has; they are not claimed
   */
  public record Claim(Set<MessageId> messages, Set<MessageId> aloft) {}

  /** Keeps messages from leaving until they are settled or released. */
  public Claim claim(Collection<MessageId> messages) {
    Set<MessageId> ours =
        messages.stream()
            .filter(each -> open && claimed.add(each))
            .collect(Collectors.toCollection(HashSet::new));
    Set<MessageId> flying = new HashSet<>();
    aloft.values().forEach(flying::addAll);
    flying.retainAll(ours);
    release(flying);
    ours.removeAll(flying);
    return new Claim(Set.copyOf(ours), Set.copyOf(flying));
  }

  /** They are as free to leave as before. */
  public void release(Collection<MessageId> messages) {
    claimed.removeAll(Set.copyOf(messages));
  }

  /**
   * It is durable which of their revisions may leave.
   *
   * @param leastRevision that may
   */
  public void settle(Collection<MessageId> messages, int leastRevision) {
    messages.forEach(each -> settled.put(each, leastRevision));
    release(messages);
  }

  /** All their envelopes have expired. */
  public void forget(Collection<MessageId> messages) {
    messages.forEach(settled::remove);
  }

  /**
   * Of the messages of an envelope those that may leave; they count as being with the link until
   * {@link #landed}. What was taken back is left out.
   *
   * @param held takes those that are to wait
   */
  List<OutgoingMessage> takeUp(
      String envelope, List<OutgoingMessage> messages, Consumer<OutgoingMessage> held) {
    aloft.put(envelope, ids(messages));
    List<OutgoingMessage> leaving = new ArrayList<>(messages.size());
    for (OutgoingMessage message : messages) {
      // In this order: what is settled in between is seen as either.
      if (claimed.contains(message.id())) {
        held.accept(message);
      } else if (settled.getOrDefault(message.id(), 0) <= message.revision()) {
        leaving.add(message);
      }
    }
    if (leaving.size() < messages.size()) {
      aloft.put(envelope, ids(leaving));
    }
    return leaving;
  }

  /** The envelope is not with the link: it never was, or all it brought is with the ledger. */
  void landed(String envelope) {
    aloft.remove(envelope);
  }

  private static Set<MessageId> ids(List<OutgoingMessage> messages) {
    return messages.stream().map(OutgoingMessage::id).collect(Collectors.toSet());
  }
}
