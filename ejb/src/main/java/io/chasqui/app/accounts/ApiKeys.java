package io.chasqui.app.accounts;

import static io.chasqui.app.accounts.Shelves.CLIENTS;
import static io.chasqui.app.accounts.Shelves.KEYS;

import io.chasqui.app.operations.AuthenticatedKey;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.account.ApiKey;
import io.chasqui.domain.account.ApiKeySecret;
import io.chasqui.domain.message.MessageId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Clients' keys to the API. */
@Stateless
public class ApiKeys {
  private final SecureRandom random = new SecureRandom();

  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Event<SettingsSaved> saved;
  @Inject Clock clock;
  @Inject Directory directory;

  public IssuedKey create(String clientId, NewApiKey wanted) {
    CLIENTS.get(database, clientId);
    ApiKeySecret secret = ApiKeySecret.generate(random);
    ApiKey key =
        ApiKey.of(
            MessageId.next(clock).toString(),
            clientId,
            wanted.name(),
            secret,
            wanted.scopes(),
            wanted.messagesPerHour(),
            clock.instant());
    database.persist(key);
    saved.fire(SettingsSaved.OTHER);
    return new IssuedKey(key, secret);
  }

  /** The keys of a client, revoked ones too, in the order of their making. */
  public List<ApiKey> list(String clientId) {
    CLIENTS.get(database, clientId);
    return KEYS.ofClient(database, clientId);
  }

  public ApiKey get(String clientId, String keyId) {
    return KEYS.find(database, keyId)
        .filter(key -> key.clientId().equals(clientId))
        .orElseThrow(() -> new NoSuchThingException("API key", keyId));
  }

  /** Ends a key: the next request with it is refused. */
  public void revoke(String clientId, String keyId) {
    get(clientId, keyId).revoke(clock.instant());
    saved.fire(SettingsSaved.OTHER);
  }

  /**
   * The key as presented by a caller; empty when it is unknown, revoked, or its client not active.
   * Answered from memory.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<AuthenticatedKey> authenticate(String text) {
    return ApiKeySecret.parse(text)
        .map(secret -> HexFormat.of().formatHex(secret.hash()))
        .map(directory.current().keys()::get);
  }
}
