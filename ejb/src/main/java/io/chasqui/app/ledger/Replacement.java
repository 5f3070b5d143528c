package io.chasqui.app.ledger;

import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.outgoing.Content;
import java.time.Instant;

/**
 * What an ESME wants sent in the place of a waiting message's content.
 *
 * @param notBefore when it may leave
 * @param expiresAt when it is no longer worth sending
 * @param asked the receipts it wants
 * @param options whose service type is the message's own
 */
public record Replacement(
    Content content,
    Instant notBefore,
    Instant expiresAt,
    RegisteredDelivery asked,
    SubmitOptions options) {}
