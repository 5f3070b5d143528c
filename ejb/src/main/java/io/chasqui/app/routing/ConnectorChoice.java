package io.chasqui.app.routing;

import io.chasqui.app.dispatch.Links;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.SmppLinkSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The default route: the first of its connectors that is bound, else the first that is enabled,
 * else the first, in whose queue the message then waits.
 */
@ApplicationScoped
public class ConnectorChoice {
  private static final int LARGEST_CHUNK = 100;

  @Inject private Directory directory;
  @Inject private Links links;

  Optional<ConnectorId> choose() {
    DirectorySnapshot now = directory.current();
    // A connector whose row cannot be used is not in the directory.
    List<ConnectorId> connectors =
        now.routing().connectors().stream().filter(now.connectors()::containsKey).toList();
    return first(connectors, id -> links.status(id).state() == LinkState.BOUND)
        .or(() -> first(connectors, id -> now.connectors().get(id).enabled()))
        .or(() -> connectors.stream().findFirst());
  }

  /** How many messages to hand to the connector's link at once: a quarter of its window. */
  int chunk(ConnectorId id) {
    LinkSettings settings = directory.current().connectors().get(id).toLinkSettings();
    int places = settings instanceof SmppLinkSettings smpp ? smpp.binds() * smpp.window() : 4;
    return Math.max(1, Math.min(places / 4, LARGEST_CHUNK));
  }

  /** How messages are written for the connector. */
  Writing writing(ConnectorId id) {
    return directory.current().connectors().get(id).toLinkSettings().writing();
  }

  private static Optional<ConnectorId> first(
      List<ConnectorId> connectors, Predicate<ConnectorId> wanted) {
    return connectors.stream().filter(wanted).findFirst();
  }
}
