package io.chasqui.app.operations;

import io.chasqui.app.persistence.Page;
import io.chasqui.app.persistence.PageRequest;
import io.chasqui.app.persistence.Shelf;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.domain.classification.DefaultServices;
import io.chasqui.domain.classification.ServicePattern;
import io.chasqui.domain.operations.Service;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** The services that incoming messages are told by. */
@Stateless
public class Services {
  private static final Shelf<Service> SERVICES =
      new Shelf<>(Service.class, "service", "id", Service::id);

  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Event<SettingsSaved> saved;
  @Inject Clock clock;

  public Service create(ServicePattern pattern) {
    requireFreeName(pattern);
    Service service =
        SERVICES.add(database, pattern.serviceId(), Service.of(pattern, clock.instant()));
    saved.fire(SettingsSaved.OTHER);
    return service;
  }

  public Service get(String id) {
    return SERVICES.get(database, id);
  }

  public Page<Service> list(PageRequest request) {
    return SERVICES.list(database, request);
  }

  public Service change(ServicePattern pattern, boolean active) {
    Service service = get(pattern.serviceId());
    requireFreeName(pattern);
    service.tellBy(pattern);
    if (active) {
      service.activate();
    } else {
      service.deactivate();
    }
    saved.fire(SettingsSaved.OTHER);
    return service;
  }

  /** Messages told by it keep its id. */
  public void delete(String id) {
    database.remove(get(id));
    saved.fire(SettingsSaved.OTHER);
  }

  /** Stores the services every gateway begins with. */
  public void createDefaults() {
    DefaultServices.list().stream()
        .map(pattern -> Service.of(pattern, clock.instant()))
        .forEach(database::persist);
    saved.fire(SettingsSaved.OTHER);
  }

  private void requireFreeName(ServicePattern pattern) {
    database
        .createQuery("SELECT s FROM Service s WHERE s.name = :name AND s.id <> :id", Service.class)
        .setParameter("name", pattern.name())
        .setParameter("id", pattern.serviceId())
        .getResultStream()
        .findFirst()
        .ifPresent(
            other -> {
              throw new ConflictException(
                  "there is a service '%s' already".formatted(other.name()));
            });
  }
}
