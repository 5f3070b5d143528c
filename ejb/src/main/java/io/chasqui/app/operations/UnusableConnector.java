package io.chasqui.app.operations;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.operations.Connector;
import io.chasqui.domain.operations.ConnectorKind;
import java.time.Instant;

/**
 * A connector whose stored settings make no link; its operator mends it by setting them anew.
 *
 * @param reason in the operator's words
 */
public record UnusableConnector(
    ConnectorId id, ConnectorKind kind, boolean enabled, String reason) {

  static UnusableConnector of(Connector connector, String reason) {
    return new UnusableConnector(
        connector.id(), connector.kind(), connector.isEnabled(), String.valueOf(reason));
  }

  public LinkStatus status() {
    return new LinkStatus(LinkState.FAILED, reason, 0, 0, Instant.EPOCH);
  }
}
