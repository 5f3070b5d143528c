package io.chasqui.app.routing;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Routed messages gathered by connector, in order, in chunks a link can take in one go. */
final class ConnectorBatches {
  private record Key(ConnectorId connector, Instant due) {}

  private final Map<Key, List<List<OutgoingMessage>>> chunks = new LinkedHashMap<>();

  /**
   * @param limit messages in a chunk, 1 or more; scheduled ones are kept apart by their time
   */
  void add(ConnectorId connector, OutgoingMessage message, int limit) {
    boolean scheduled = message.notBefore().isAfter(message.acceptedAt());
    Key key = new Key(connector, scheduled ? message.notBefore() : Instant.MIN);
    List<List<OutgoingMessage>> ofConnector = chunks.computeIfAbsent(key, k -> new ArrayList<>());
    if (ofConnector.isEmpty() || ofConnector.get(ofConnector.size() - 1).size() >= limit) {
      ofConnector.add(new ArrayList<>());
    }
    ofConnector.get(ofConnector.size() - 1).add(message);
  }

  void forEach(BiConsumer<ConnectorId, List<OutgoingMessage>> consumer) {
    chunks.forEach((key, list) -> list.forEach(chunk -> consumer.accept(key.connector(), chunk)));
  }
}
