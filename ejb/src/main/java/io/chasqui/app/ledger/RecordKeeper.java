package io.chasqui.app.ledger;

import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.ledger.LedgerResult.Errand;
import io.chasqui.app.messaging.Broker;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.operations.Activity;
import io.chasqui.app.webhooks.WebhookSender;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;

/**
 * Reads the ledger's queue, in order, and has each batch written down. The database has its own
 * transaction, committed before the broker's: a batch may come twice, and writing it twice changes
 * nothing.
 */
@MessageDriven(
    name = "RecordKeeper",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.LEDGER),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
public class RecordKeeper implements MessageListener {
  @Inject private Broker broker;
  @Inject private LedgerDesk desk;
  @Inject private RecentlyAccepted recent;
  @Inject private Resends resends;
  @Inject private WebhookSender webhooks;
  @Inject private Activity activity;
  @Inject private CatchUp catchUp;

  @Override
  public void onMessage(Message message) {
    broker.read(message, LedgerCodec.INSTANCE).ifPresent(this::record);
  }

  private void record(List<LedgerEntry> batch) {
    if (batch.isEmpty()) {
      catchUp.reached();
      return;
    }
    desk.write(batch, this::carryOut);
    activity.touch();
  }

  private void carryOut(LedgerResult result) {
    result.recorded().forEach(recent::remove);
    if (result.waiting().contains(Errand.PUSH)) {
      webhooks.wake();
    }
    if (result.waiting().contains(Errand.RESEND)) {
      resends.sendNow();
    }
  }
}
