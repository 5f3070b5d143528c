package io.chasqui.app.webhooks;

/** A client's endpoint said it is gone and was switched off; told after the commit. */
public record WebhookDisabled(String clientId) {}
