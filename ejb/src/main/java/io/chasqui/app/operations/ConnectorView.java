package io.chasqui.app.operations;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.OnUnknown;

/**
 * A connector as the pipeline sees it, its password in clear within {@code settings}, which does
 * not print it.
 */
public record ConnectorView(
    ConnectorId id,
    ConnectorKind kind,
    boolean enabled,
    OnUnknown onUnknown,
    LinkSettings settings) {
  public LinkSettings toLinkSettings() {
    return settings;
  }
}
