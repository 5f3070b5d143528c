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
    WebhookSecret secret = endpoint.secret().orElseGet(() -> WebhookSecret.generate(random));
    Webhook webhook =
        find(clientId)
            .map(existing -> repoint(existing, endpoint, secret))
            .orElseGet(() -> create(clientId, endpoint, secret));
    saved.fire(SettingsSaved.OTHER);
    return new ConfiguredWebhook(webhook, secret);
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

  private Webhook create(String clientId, WebhookEndpoint endpoint, WebhookSecret secret) {
    String id = MessageId.next(clock).toString();
    Webhook webhook =
        Webhook.of(
            id, clientId, endpoint.url(), seal(secret, id), endpoint.format(), clock.instant());
    database.persist(webhook);
    return webhook;
  }

  private Webhook repoint(Webhook webhook, WebhookEndpoint endpoint, WebhookSecret secret) {
    webhook.pointTo(endpoint.url(), seal(secret, webhook.id()), endpoint.format());
    return webhook;
  }

  private byte[] seal(WebhookSecret secret, String id) {
    return secrets.encrypt(secret.text(), "webhook/" + id);
  }
}
