package io.chasqui.app.operations;

import static io.chasqui.app.operations.ConnectorShelf.CONNECTORS;

import io.chasqui.app.config.Secrets;
import io.chasqui.app.operations.ConnectorChanged.Change;
import io.chasqui.app.options.StoredOptions;
import io.chasqui.app.persistence.Page;
import io.chasqui.app.persistence.PageRequest;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.app.refusal.NoSuchThingException;
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

/** Connectors, as operators add, edit and remove them; {@link ConnectorSwitch} starts them. */
@Stateless
public class Connectors {
  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Event<SettingsSaved> saved;
  @Inject Clock clock;
  @Inject Secrets secrets;
  @Inject WaitingMessages waiting;

  public Connector create(ConnectorOrder order) {
    Connector connector = build(order);
    CONNECTORS.add(database, order.id().value(), apply(order, connector));
    tell(order.id(), Change.SAVED);
    return connector;
  }

  public Connector get(ConnectorId id) {
    return CONNECTORS.get(database, id.value());
  }

  public Page<Connector> list(PageRequest request) {
    return CONNECTORS.list(database, request);
  }

  /**
   * @throws InvalidFieldException when the kind is another one
   */
  public Connector change(ConnectorOrder order) {
    Connector connector = get(order.id());
    if (connector.kind() != order.kind()) {
      throw new InvalidFieldException("kind", "a connector's kind does not change");
    }
    edit(order, connector);
    tell(order.id(), Change.SAVED);
    return apply(order, connector);
  }

  /**
   * @throws ConflictException while a route names it or messages wait for it
   */
  public void delete(ConnectorId id) {
    Connector connector =
        database.find(Connector.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (connector == null) {
      throw new NoSuchThingException("connector", id);
    }
    requireUnrouted(id);
    requireNoneWaiting(id);
    database.remove(connector);
    tell(id, Change.REMOVED);
  }

  /** Asked while the connector is locked, as whoever adds it to a route locks it first. */
  private void requireUnrouted(ConnectorId id) {
    database
        .createQuery("SELECT r FROM Route r", Route.class)
        .getResultStream()
        .filter(route -> route.connectors().contains(id))
        .findFirst()
        .ifPresent(
            route -> {
              throw new ConflictException(
                  "route %d names the connector: change or delete it first"
                      .formatted(route.position()));
            });
  }

  private void requireNoneWaiting(ConnectorId id) {
    long count = waiting.of(id);
    if (count > 0) {
      throw new ConflictException(
          "%d messages wait for the connector: have it send them, or stop it and let them expire"
              .formatted(count));
    }
  }

  private Connector build(ConnectorOrder order) {
    return order instanceof ConnectorOrder.Smpp smpp
        ? build(smpp)
        : build((ConnectorOrder.Modem) order);
  }

  private Connector build(ConnectorOrder.Smpp order) {
    String password =
        order.password().orElseThrow(() -> new InvalidFieldException("password", "is missing"));
    Connector connector =
        Connector.smpp(order.id(), order.endpoint(), seal(order.id(), password), clock.instant());
    connector.configure(StoredOptions.encode(order.options()));
    return connector;
  }

  private Connector build(ConnectorOrder.Modem order) {
    Connector connector = Connector.modem(order.id(), order.kind(), clock.instant());
    edit(order, connector);
    return connector;
  }

  private void edit(ConnectorOrder order, Connector connector) {
    if (order instanceof ConnectorOrder.Smpp smpp) {
      connector.reach(smpp.endpoint());
      connector.configure(StoredOptions.encode(smpp.options()));
      smpp.password().ifPresent(word -> connector.changePassword(seal(order.id(), word)));
    } else if (order instanceof ConnectorOrder.Modem modem) {
      edit(modem, connector);
    }
  }

  private void edit(ConnectorOrder.Modem order, Connector connector) {
    ModemSecrets kept = ModemSecrets.of(connector, secrets).changed(order);
    try {
      order.options().settings(order.id(), kept.byModem());
    } catch (IllegalArgumentException e) {
      throw new InvalidFieldException("modems", e.getMessage());
    }
    connector.configure(StoredOptions.encode(order.options()));
    connector.changePassword(seal(order.id(), kept.document()));
  }

  private static Connector apply(ConnectorOrder order, Connector connector) {
    connector.treatUnknown(order.onUnknown());
    if (order.enabled()) {
      connector.start();
    } else {
      connector.stop();
    }
    return connector;
  }

  private byte[] seal(ConnectorId id, String password) {
    return secrets.encrypt(password, "connector/" + id);
  }

  private void tell(ConnectorId id, Change change) {
    saved.fire(SettingsSaved.of(new ConnectorChanged(id, change)));
  }
}
