package io.chasqui.app.operations;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.ModemPort;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.operations.SmppEndpoint;
import io.chasqui.domain.operations.SmppOptions;
import java.util.Optional;

/** A connector as an operator wants it. */
public sealed interface ConnectorOrder {
  ConnectorId id();

  boolean enabled();

  OnUnknown onUnknown();

  ConnectorKind kind();

  /**
   * An SMSC.
   *
   * @param password empty: the one it has is kept
   */
  record Smpp(
      ConnectorId id,
      SmppEndpoint endpoint,
      SmppOptions options,
      Optional<String> password,
      boolean enabled,
      OnUnknown onUnknown)
      implements ConnectorOrder {
    @Override
    public ConnectorKind kind() {
      return ConnectorKind.SMPP;
    }

    @Override
    public String toString() {
      return "%s %s".formatted(id, endpoint);
    }
  }

  /** A modem. */
  record Modem(ConnectorId id, ModemPort modem, boolean enabled, OnUnknown onUnknown)
      implements ConnectorOrder {
    @Override
    public ConnectorKind kind() {
      return ConnectorKind.MODEM;
    }
  }
}
