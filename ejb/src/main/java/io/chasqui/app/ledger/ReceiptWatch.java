package io.chasqui.app.ledger;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.app.outbox.EsmeDispatcher;
import io.chasqui.app.persistence.DatabaseAwayException;
import io.chasqui.app.webhooks.WebhookSender;
import io.chasqui.domain.link.ConnectorId;
import jakarta.annotation.Priority;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Sees to it that a message ends though its receipt never comes: {@code chasqui.receipts.wait}
 * after its validity. Every gateway on the database may watch.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceiptWatch {
  private static final System.Logger LOG = System.getLogger("io.chasqui.ledger");

  @Inject private Overdue overdue;
  @Inject private GatewaySettings settings;
  @Inject private WebhookSender webhooks;
  @Inject private EsmeDispatcher esmes;

  private volatile boolean stopping;

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  public void settle() {
    try {
      overdue.connectors().forEach(this::settle);
    } catch (DatabaseAwayException e) {
      LOG.log(Level.WARNING, e.getMessage());
    }
  }

  public void onStopping(@Observes @Priority(GatewayStopping.RECORDS) GatewayStopping event) {
    stopping = true;
  }

  /** One that fails must not keep the others waiting. */
  private void settle(ConnectorId connector) {
    try {
      settleAll(connector);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "{0}: overdue receipts wait for the next minute: {1}", connector, e);
    }
  }

  private void settleAll(ConnectorId connector) {
    int settled = 0;
    int last = Overdue.AT_ONCE;
    while (last == Overdue.AT_ONCE && !stopping) {
      last = settleSome(connector);
      settled += last;
    }
    if (settled > 0) {
      LOG.log(
          Level.WARNING,
          "{0}: {1} messages have expired, no receipt came within {2} after their validity",
          connector,
          settled,
          settings.receiptsWait());
    }
  }

  private int settleSome(ConnectorId connector) {
    Expiries some = overdue.settle(connector);
    if (some.hasPushes()) {
      webhooks.wake();
    }
    esmes.wake(some.esmes());
    return some.messages();
  }
}
