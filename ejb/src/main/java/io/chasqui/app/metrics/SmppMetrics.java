package io.chasqui.app.metrics;

import io.chasqui.app.dispatch.Links;
import io.chasqui.app.operations.ConnectorChanged;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.receipts.ReceiptLore;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.operations.ConnectorKind;
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
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Shows the figures of every SMPP connector there is, with its id as the tag connector. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SmppMetrics {
  @Inject private MetricRegistry registry;
  @Inject private Directory directory;
  @Inject private Links links;
  @Inject private ReceiptLore lore;

  private final Map<ConnectorId, SmppGauges> shown = new HashMap<>();

  @PostConstruct
  synchronized void start() {
    directory.current().connectors().values().forEach(this::show);
  }

  public synchronized void changed(@Observes ConnectorChanged event) {
    ConnectorView view = directory.current().connectors().get(event.id());
    if (view != null) {
      show(view);
    } else if (shown.containsKey(event.id())) {
      shown.remove(event.id()).unregister();
    }
  }

  private void show(ConnectorView view) {
    if (view.kind() == ConnectorKind.SMPP) {
      shown.computeIfAbsent(
          view.id(), id -> SmppGauges.register(registry, id, links, () -> lore.learner(id)));
    }
  }
}
