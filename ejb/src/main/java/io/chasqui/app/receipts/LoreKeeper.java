package io.chasqui.app.receipts;

import io.chasqui.app.operations.ConnectorChanged;
import io.chasqui.app.operations.ConnectorChanged.Change;
import io.chasqui.app.operations.GatewayStopping;
import jakarta.annotation.Priority;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Has what was learnt written down every minute and when the gateway stops. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LoreKeeper {
  @Inject private ReceiptLore lore;

  @Schedule(hour = "*", minute = "*", persistent = false)
  public void save() {
    lore.save();
  }

  /** After the ledger, which learns to its end. */
  public void onStopping(@Observes @Priority(GatewayStopping.RECORDS + 1) GatewayStopping event) {
    lore.save();
  }

  /** Its name may come back for another carrier. */
  public void onRemoved(@Observes ConnectorChanged event) {
    if (event.change() == Change.REMOVED) {
      lore.forget(event.id());
    }
  }
}
