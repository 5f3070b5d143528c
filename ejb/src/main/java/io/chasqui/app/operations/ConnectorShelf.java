package io.chasqui.app.operations;

import io.chasqui.app.persistence.Shelf;
import io.chasqui.domain.operations.Connector;

/** Where connectors are kept. */
final class ConnectorShelf {
  static final Shelf<Connector> CONNECTORS =
      new Shelf<>(Connector.class, "connector", "id", connector -> connector.id().value());

  private ConnectorShelf() {}
}
