package io.chasqui.app.accounts;

import io.chasqui.domain.account.Webhook;
import io.chasqui.domain.account.WebhookSecret;

/** A webhook just set, with the secret that is shown this once. */
public record ConfiguredWebhook(Webhook webhook, WebhookSecret secret) {}
