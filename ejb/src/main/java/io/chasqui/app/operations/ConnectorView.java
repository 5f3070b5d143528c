package io.chasqui.app.operations;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.receipt.ReceiptReading;

/**
 * A connector as the pipeline sees it, its password in clear within {@code settings}, which does
 * not print it.
 *
 * @param receipts how the peer's receipts are read
 */
public record ConnectorView(
    ConnectorId id,
    ConnectorKind kind,
    boolean enabled,
    OnUnknown onUnknown,
    LinkSettings settings,
    ReceiptReading receipts) {
  public LinkSettings toLinkSettings() {
    return settings;
  }
}
