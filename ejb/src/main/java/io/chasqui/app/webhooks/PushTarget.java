package io.chasqui.app.webhooks;

import io.chasqui.domain.account.WebhookSecret;
import java.net.URI;

/**
 * An endpoint that is switched on.
 *
 * @param webhookId the row in table webhook
 */
record PushTarget(String webhookId, URI url, WebhookSecret secret) {}
