package io.chasqui.app.accounts;

import static io.chasqui.app.accounts.Shelves.CLIENTS;

import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.persistence.Page;
import io.chasqui.app.persistence.PageRequest;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.domain.account.Client;
import io.chasqui.domain.message.MessageId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Clients, as administrators keep them. */
@Stateless
public class Clients {
  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Event<SettingsSaved> saved;
  @Inject Clock clock;

  public Client create(String name) {
    String id = MessageId.next(clock).toString();
    Client client = CLIENTS.add(database, id, Client.of(id, name, clock.instant()));
    saved.fire(SettingsSaved.OTHER);
    return client;
  }

  public Client get(String id) {
    return CLIENTS.get(database, id);
  }

  public Page<Client> list(PageRequest request) {
    return CLIENTS.list(database, request);
  }

  /**
   * @param active false stops all of the client's keys at once
   */
  public Client change(String id, String name, boolean active) {
    Client client = CLIENTS.get(database, id);
    client.rename(name);
    if (active) {
      client.activate();
    } else {
      client.deactivate();
    }
    saved.fire(SettingsSaved.OTHER);
    return client;
  }

  /**
   * Removes a client with its revoked keys and its webhook; its messages are kept.
   *
   * @throws ConflictException while it has numbers, SMPP accounts or keys that work
   */
  public void delete(String id) {
    Client client = CLIENTS.get(database, id);
    if (count("PhoneNumber x WHERE x.clientId = :id", id) > 0) {
      throw new ConflictException("the client has numbers: delete or reassign them first");
    }
    if (count("ApiKey x WHERE x.clientId = :id AND x.revokedAt IS NULL", id) > 0) {
      throw new ConflictException("the client has keys that work: revoke them first");
    }
    if (count("SmppAccount x WHERE x.clientId = :id", id) > 0) {
      throw new ConflictException("the client has SMPP accounts: delete them first");
    }
    update("DELETE FROM ApiKey x WHERE x.clientId = :id", id);
    update("DELETE FROM Webhook x WHERE x.clientId = :id", id);
    database.remove(client);
    saved.fire(SettingsSaved.OTHER);
  }

  private long count(String what, String id) {
    return database
        .createQuery("SELECT COUNT(x) FROM " + what, Long.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  private void update(String statement, String id) {
    database.createQuery(statement).setParameter("id", id).executeUpdate();
  }
}
