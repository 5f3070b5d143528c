package io.chasqui.app.ledger;

import io.chasqui.domain.outgoing.OutgoingProgress;
import java.time.Instant;
import java.util.Optional;

/**
 * An outgoing message as stored: its progress, and what its events tell the client.
 *
 * @param connector the one it was routed to
 */
record OutgoingRow(
    OutgoingProgress progress,
    String clientId,
    String from,
    String to,
    Optional<String> clientReference,
    Optional<String> connector,
    Instant createdAt,
    Instant expiresAt) {}
