package io.chasqui.app.operations;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.ModemOptions;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.operations.SmppEndpoint;
import io.chasqui.domain.operations.SmppOptions;
import java.util.Map;
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

  /**
   * Modems.
   *
   * @param kind one of modems
   * @param secrets PINs and passwords by the modem's name; those left out are kept
   */
  record Modem(
      ConnectorId id,
      ConnectorKind kind,
      ModemOptions options,
      Map<String, String> secrets,
      boolean enabled,
      OnUnknown onUnknown)
      implements ConnectorOrder {
    public Modem {
      secrets = Map.copyOf(secrets);
    }

    @Override
    public String toString() {
      return "%s %s".formatted(id, options);
    }
  }
}
