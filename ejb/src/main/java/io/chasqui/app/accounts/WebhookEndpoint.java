package io.chasqui.app.accounts;

import io.chasqui.domain.account.WebhookFormat;
import io.chasqui.domain.account.WebhookSecret;
import java.net.URI;
import java.util.Optional;

/**
 * A webhook as its client wants it.
 *
 * @param secret when left out, the one it has is kept, or a first one generated
 */
public record WebhookEndpoint(URI url, Optional<WebhookSecret> secret, WebhookFormat format) {}
