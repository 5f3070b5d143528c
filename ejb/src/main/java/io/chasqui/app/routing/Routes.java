package io.chasqui.app.routing;

import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.persistence.Shelf;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.operations.Connector;
import io.chasqui.domain.routing.Route;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/** The routing table, as operators edit it. */
@Stateless
public class Routes {
  private static final Shelf<Route> ROUTES =
      new Shelf<>(Route.class, "route", "position", route -> Integer.toString(route.position()));

  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Event<SettingsSaved> saved;
  @Inject Clock clock;

  public Route createDefault(List<ConnectorId> connectors) {
    requireAll(connectors);
    Route route =
        ROUTES.add(database, Route.DEFAULT_POSITION, Route.byDefault(connectors, clock.instant()));
    saved.fire(SettingsSaved.OTHER);
    return route;
  }

  public Route get(int position) {
    return ROUTES.get(database, position);
  }

  public List<Route> list() {
    return database
        .createQuery("SELECT r FROM Route r ORDER BY r.position", Route.class)
        .getResultList();
  }

  public Route change(int position, List<ConnectorId> connectors) {
    requireAll(connectors);
    Route route = get(position);
    route.leadTo(connectors);
    saved.fire(SettingsSaved.OTHER);
    return route;
  }

  public void delete(int position) {
    database.remove(get(position));
    saved.fire(SettingsSaved.OTHER);
  }

  /** Locks each, so that none is deleted before this transaction ends. */
  private void requireAll(List<ConnectorId> connectors) {
    for (ConnectorId id : connectors) {
      if (database.find(Connector.class, id.value(), LockModeType.PESSIMISTIC_WRITE) == null) {
        throw new InvalidFieldException("connectors", "there is no connector '%s'".formatted(id));
      }
    }
  }
}
