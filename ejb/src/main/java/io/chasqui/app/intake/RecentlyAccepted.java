package io.chasqui.app.intake;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The newest accepted messages, so that a client that asks for its message right after the 202
 * finds it even if the ledger has not written it down yet.
 */
@ApplicationScoped
public class RecentlyAccepted {
  private static final int CAPACITY = 20_000;

  private final Map<MessageId, OutgoingMessage> messages =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<MessageId, OutgoingMessage> eldest) {
              return size() > CAPACITY;
            }
          });

  void addAll(List<OutgoingMessage> accepted) {
    accepted.forEach(message -> messages.put(message.id(), message));
  }

  public Optional<OutgoingMessage> find(MessageId id) {
    return Optional.ofNullable(messages.get(id));
  }

  /** The ledger has it. */
  public void remove(MessageId id) {
    synchronized (messages) {
      messages.remove(id);
      messages.notifyAll();
    }
  }

  /** Those that the ledger may not have yet. */
  public List<OutgoingMessage> matching(Predicate<OutgoingMessage> wanted) {
    synchronized (messages) {
      return messages.values().stream().filter(wanted).toList();
    }
  }

  /** Waits until the ledger has these messages; answers those it has not within the patience. */
  public Set<MessageId> awaitRecorded(Collection<MessageId> ids, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Set<MessageId> open = new HashSet<>(ids);
    synchronized (messages) {
      open.retainAll(messages.keySet());
      long left = patience.toMillis();
      while (left > 0 && !open.isEmpty()) {
        messages.wait(left);
        open.retainAll(messages.keySet());
        left = (end - System.nanoTime()) / 1_000_000;
      }
    }
    return open;
  }
}
