package io.chasqui.app.ledger;

import io.chasqui.app.traffic.Stream;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.OutgoingProgress;
import java.time.Instant;
import java.util.Optional;

/**
 * An outgoing message as stored: its progress, and what its events tell the client.
 *
 * @param connector the one it was routed to
 * @param origin empty: it came by the API
 * @param source the sender as it was submitted
 * @param excerpt the text's beginning; empty when it was erased
 */
record OutgoingRow(
    OutgoingProgress progress,
    String clientId,
    String from,
    String to,
    Optional<String> clientReference,
    Optional<String> connector,
    Instant createdAt,
    Instant expiresAt,
    Optional<EsmeOrigin> origin,
    Address source,
    String excerpt) {
  /** With which it is counted. */
  Stream stream() {
    return Stream.of(progress.id(), clientId, connector.orElse(null), null);
  }
}
