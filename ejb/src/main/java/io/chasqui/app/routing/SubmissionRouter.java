package io.chasqui.app.routing;

import io.chasqui.app.messaging.Broker;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes accepted messages in batches, puts each into its connector's queue and tells the ledger;
 * one transaction a batch, in the order of acceptance.
 */
@MessageDriven(
    name = "SubmissionRouter",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.SUBMISSIONS),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
public class SubmissionRouter implements MessageListener {
  @Inject private Clock clock;
  @Inject private Broker broker;
  @Inject private ConnectorChoice choice;

  @Override
  public void onMessage(Message message) {
    broker.receive(message, OutgoingCodec.INSTANCE, this::route);
  }

  private void route(List<OutgoingMessage> batch) {
    if (batch.isEmpty()) {
      broker.sendMarker(Queues.LEDGER, LedgerCodec.INSTANCE);
    }
    Instant now = clock.instant();
    List<LedgerEntry> news = new ArrayList<>(batch.size());
    ConnectorBatches batches = new ConnectorBatches();
    for (OutgoingMessage message : batch) {
      Optional<ConnectorId> connector = choice.choose();
      connector.ifPresent(id -> batches.add(id, message, choice.chunk(id)));
      news.add(
          connector
              .<LedgerEntry>map(id -> new LedgerEntry.Routed(message, id, now))
              .orElseGet(() -> new LedgerEntry.Unroutable(message, "no route", now)));
    }
    // The ledger first: its queue is read in order, so it knows a message before its outcome.
    broker.send(Queues.LEDGER, LedgerCodec.INSTANCE, news);
    batches.forEach(
        (id, chunk) ->
            broker.send(
                Queues.connector(id), OutgoingCodec.INSTANCE, chunk, untilDue(chunk.get(0), now)));
  }

  private static Duration untilDue(OutgoingMessage message, Instant now) {
    return message.notBefore().isAfter(now)
        ? Duration.between(now, message.notBefore())
        : Duration.ZERO;
  }
}
