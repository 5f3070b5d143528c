package io.chasqui.domain.routing;

import io.chasqui.domain.link.ConnectorId;
import java.util.List;

/**
 * Where messages leave by.
 *
 * @param connectors of the default route, in the order of preference; empty when there is none
 */
public record RoutingTable(List<ConnectorId> connectors) {
  public static final RoutingTable EMPTY = new RoutingTable(List.of());

  public RoutingTable {
    connectors = List.copyOf(connectors);
  }
}
