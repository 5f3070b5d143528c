package io.chasqui.app.accounts;

import static io.chasqui.app.accounts.Shelves.CLIENTS;

import io.chasqui.app.config.Secrets;
import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.account.Webhook;
import io.chasqui.domain.account.WebhookSecret;
import io.chasqui.domain.message.MessageId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Where each client's events are pushed to. */
@Stateless
public class Webhooks {
  private final SecureRandom random = new SecureRandom();

  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Event<SettingsSaved> saved;
  @Inject Clock clock;
  @Inject Secrets secrets;

  /** Sets or replaces the client's webhook and switches it on. */
  public ConfiguredWebhook put(String clientId, WebhookEndpoint endpoint) {
    CLIENTS.get(database, clientId);
    ConfiguredWebhook configured =
        find(clientId)
            .map(existing -> repoint(existing, endpoint))
            .orElseGet(() -> create(clientId, endpoint));
    saved.fire(SettingsSaved.OTHER);
    return configured;
  }

  public Webhook get(String clientId) {
    return find(clientId)
        .orElseThrow(() -> new NoSuchThingException("webhook of client", clientId));
  }

  public void delete(String clientId) {
    database.remove(get(clientId));
    saved.fire(SettingsSaved.OTHER);
  }

  private Optional<Webhook> find(String clientId) {
    return database
        .createQuery("SELECT w FROM Webhook w WHERE w.clientId = :client", Webhook.class)
        .setParameter("client", clientId)
        .getResultStream()
        .findFirst();
  }

  private ConfiguredWebhook create(String clientId, WebhookEndpoint endpoint) {
    String id = MessageId.next(clock).toString();
    WebhookSecret secret = endpoint.secret().orElseGet(() -> WebhookSecret.generate(random));
    Webhook webhook =
        Webhook.of(
            id, clientId, endpoint.url(), seal(secret, id), endpoint.format(), clock.instant());
    database.persist(webhook);
    return new ConfiguredWebhook(webhook, Optional.of(secret));
  }

  private ConfiguredWebhook repoint(Webhook webhook, WebhookEndpoint endpoint) {
    byte[] secret =
        endpoint.secret().map(text -> seal(text, webhook.id())).orElseGet(webhook::secretEncrypted);
    webhook.pointTo(endpoint.url(), secret, endpoint.format());
    return new ConfiguredWebhook(webhook, endpoint.secret());
  }

  private byte[] seal(WebhookSecret secret, String id) {
    return secrets.encrypt(secret.text(), "webhook/" + id);
  }
}
