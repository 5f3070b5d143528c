package io.chasqui.web.ui.status;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.operations.ConnectorKind;

/**
 * A connector and how its link is now.
 *
 * @param address where it leads: host and port, or the modem's device
 */
public record Connection(
    ConnectorId id, ConnectorKind kind, String address, boolean wanted, LinkStatus status) {}
