package io.chasqui.app.operations;

import static io.chasqui.app.operations.ConnectorShelf.CONNECTORS;

import io.chasqui.app.operations.ConnectorChanged.Change;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.operations.Connector;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Starts and stops connectors. What was started is started again with the gateway. */
@Stateless
public class ConnectorSwitch {
  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Event<SettingsSaved> saved;

  public Connector start(ConnectorId id) {
    Connector connector = CONNECTORS.get(database, id.value());
    connector.start();
    return told(connector, Change.SAVED);
  }

  public Connector stop(ConnectorId id) {
    Connector connector = CONNECTORS.get(database, id.value());
    connector.stop();
    return told(connector, Change.SAVED);
  }

  /** Closes and opens it; one that was stopped is started. */
  public Connector restart(ConnectorId id) {
    Connector connector = CONNECTORS.get(database, id.value());
    connector.start();
    return told(connector, Change.RESTARTED);
  }

  private Connector told(Connector connector, Change change) {
    saved.fire(SettingsSaved.of(new ConnectorChanged(connector.id(), change)));
    return connector;
  }
}
