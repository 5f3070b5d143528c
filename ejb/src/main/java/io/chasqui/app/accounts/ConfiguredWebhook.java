package io.chasqui.app.accounts;

import io.chasqui.domain.account.Webhook;
import io.chasqui.domain.account.WebhookSecret;
import java.util.Optional;

/**
 * A webhook just set.
 *
 * @param newSecret shown this once; empty when the one it had is kept
 */
public record ConfiguredWebhook(Webhook webhook, Optional<WebhookSecret> newSecret) {}
