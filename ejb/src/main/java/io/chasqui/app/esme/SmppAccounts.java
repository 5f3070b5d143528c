package io.chasqui.app.esme;

import io.chasqui.app.accounts.PasswordHash;
import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.outbox.AbandonedDeliveries;
import io.chasqui.app.persistence.Shelf;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.account.Client;
import io.chasqui.domain.esme.SmppAccount;
import io.chasqui.domain.esme.SystemId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/** Clients' SMPP accounts, as administrators keep them. A system_id is unique over all clients. */
@Stateless
public class SmppAccounts {
  private static final Shelf<SmppAccount> ACCOUNTS =
      new Shelf<>(
          SmppAccount.class, "SMPP account", "systemId", account -> account.systemId().value());

  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Event<SettingsSaved> saved;
  @Inject Clock clock;

  public SmppAccount create(String clientId, SmppAccountOrder order) {
    requireClient(clientId);
    String hash =
        order
            .password()
            .map(password -> PasswordHash.of(password.value()))
            .orElseThrow(() -> new InvalidFieldException("password", "is missing"));
    SmppAccount account =
        ACCOUNTS.add(
            database,
            order.systemId().value(),
            SmppAccount.of(order.systemId(), clientId, hash, order.terms(), clock.instant()));
    saved.fire(SettingsSaved.OTHER);
    return account;
  }

  public SmppAccount get(String clientId, SystemId systemId) {
    requireClient(clientId);
    return ACCOUNTS
        .find(database, systemId.value())
        .filter(account -> account.clientId().equals(clientId))
        .orElseThrow(() -> new NoSuchThingException(ACCOUNTS.what(), systemId));
  }

  /** All of a client's, by system_id. */
  public List<SmppAccount> list(String clientId) {
    requireClient(clientId);
    return ACCOUNTS.ofClient(database, clientId);
  }

  /** Sessions keep to new limits at once; another password or {@code enabled: false} ends them. */
  public SmppAccount change(String clientId, SmppAccountOrder order) {
    SmppAccount account = get(clientId, order.systemId());
    account.agree(order.terms());
    order
        .password()
        .ifPresent(password -> account.changePassword(PasswordHash.of(password.value())));
    saved.fire(SettingsSaved.OTHER);
    return account;
  }

  /** Ends its sessions; what waited for it is put aside. */
  public void delete(String clientId, SystemId systemId) {
    database.remove(get(clientId, systemId));
    AbandonedDeliveries.putAside(database, systemId);
    saved.fire(SettingsSaved.OTHER);
  }

  private void requireClient(String clientId) {
    if (database.find(Client.class, clientId) == null) {
      throw new NoSuchThingException("client", clientId);
    }
  }
}
