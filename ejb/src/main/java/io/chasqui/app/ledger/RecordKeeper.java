package io.chasqui.app.ledger;

import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.messaging.Broker;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Parcel;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.operations.Activity;
import io.chasqui.app.webhooks.WebhookSender;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Duration;
import java.util.ArrayList;
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
  private static final Duration OUT_OF_ORDER = Duration.ofSeconds(1);

  @Inject private Broker broker;
  @Inject private Ledger ledger;
  @Inject private RecentlyAccepted recent;
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
    LedgerResult result = ledger.write(batch);
    // News of a message whose acceptance is still to come: the broker brings it again.
    List<Parcel<?>> parcels = new ArrayList<>();
    parcels.add(
        Parcel.of(Queues.LEDGER, LedgerCodec.INSTANCE, result.early()).after(OUT_OF_ORDER));
    result
        .resend()
        .forEach(
            (connector, messages) ->
                parcels.add(
                    Parcel.of(Queues.connector(connector), OutgoingCodec.INSTANCE, messages)));
    broker.send(parcels);
    result.recorded().forEach(recent::remove);
    if (result.pushes()) {
      webhooks.wake();
    }
    activity.touch();
  }
}
