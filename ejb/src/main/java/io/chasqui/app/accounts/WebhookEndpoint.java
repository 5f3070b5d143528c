package io.chasqui.app.accounts;

import io.chasqui.domain.account.WebhookFormat;
import io.chasqui.domain.account.WebhookSecret;
import java.net.URI;
import java.util.Optional;

/**
 * A webhook as its client wants it.
 *
 * @param secret generated when left out
 */
public record WebhookEndpoint(URI url, Optional<WebhookSecret> secret, WebhookFormat format) {}
