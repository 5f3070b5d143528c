package io.chasqui.app.operations;

import io.chasqui.domain.account.WebhookFormat;
import io.chasqui.domain.account.WebhookSecret;
import java.net.URI;

/** A client's webhook as the pipeline sees it; {@code secret} does not print itself. */
public record WebhookView(
    String id, URI url, WebhookSecret secret, WebhookFormat format, boolean enabled) {}
