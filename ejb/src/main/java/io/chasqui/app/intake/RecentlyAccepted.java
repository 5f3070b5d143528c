package io.chasqui.app.intake;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    messages.remove(id);
  }
}
