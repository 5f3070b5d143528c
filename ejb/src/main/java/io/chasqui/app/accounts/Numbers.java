package io.chasqui.app.accounts;

import static io.chasqui.app.accounts.Shelves.CLIENTS;
import static io.chasqui.app.accounts.Shelves.NUMBERS;

import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.persistence.Page;
import io.chasqui.app.persistence.PageRequest;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.domain.account.PhoneNumber;
import io.chasqui.domain.address.Msisdn;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/** Our numbers and the clients they belong to. */
@Stateless
public class Numbers {
  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Event<SettingsSaved> saved;
  @Inject Clock clock;

  public PhoneNumber create(Msisdn number, String clientId) {
    requireClient(clientId);
    PhoneNumber phone =
        NUMBERS.add(database, number.value(), PhoneNumber.of(number, clientId, clock.instant()));
    saved.fire(SettingsSaved.OTHER);
    return phone;
  }

  public PhoneNumber get(Msisdn number) {
    return NUMBERS.get(database, number.value());
  }

  public Page<PhoneNumber> list(PageRequest request) {
    return NUMBERS.list(database, request);
  }

  public List<PhoneNumber> ofClient(String clientId) {
    return NUMBERS.ofClient(database, clientId);
  }

  public PhoneNumber assign(Msisdn number, String clientId) {
    requireClient(clientId);
    PhoneNumber phone = get(number);
    phone.assignTo(clientId);
    saved.fire(SettingsSaved.OTHER);
    return phone;
  }

  public void delete(Msisdn number) {
    database.remove(get(number));
    saved.fire(SettingsSaved.OTHER);
  }

  private void requireClient(String clientId) {
    if (CLIENTS.find(database, clientId).isEmpty()) {
      throw new InvalidFieldException("client_id", "there is no client '%s'".formatted(clientId));
    }
  }
}
