package io.chasqui.app.metrics;

import io.chasqui.app.dispatch.ModemDesk;
import io.chasqui.app.operations.ConnectorChanged;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.Directory;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.ModemLinkSettings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Shows the figures of every modem there is, with the tags connector and modem. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ModemMetrics {
  @Inject private MetricRegistry registry;
  @Inject private Directory directory;
  @Inject private ModemDesk desk;

  private final Map<ConnectorId, List<ModemGauges>> shown = new HashMap<>();

  @PostConstruct
  synchronized void start() {
    directory.current().connectors().values().forEach(this::show);
  }

  /** Its modems may be others now. */
  public synchronized void changed(@Observes ConnectorChanged event) {
    List<ModemGauges> former = shown.remove(event.id());
    if (former != null) {
      former.forEach(ModemGauges::unregister);
    }
    ConnectorView view = directory.current().connectors().get(event.id());
    if (view != null) {
      show(view);
    }
  }

  private void show(ConnectorView view) {
    if (view.settings() instanceof ModemLinkSettings pool) {
      shown.put(
          view.id(),
          pool.modems().stream()
              .map(modem -> ModemGauges.register(registry, desk, view.id(), modem.name()))
              .toList());
    }
  }
}
