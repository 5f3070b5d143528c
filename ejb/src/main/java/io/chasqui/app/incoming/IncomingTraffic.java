package io.chasqui.app.incoming;

import io.chasqui.app.messaging.Broker;
import io.chasqui.app.messaging.IncomingCodec;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.link.LinkEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Puts what a link brought onto the broker; durable on return, and the wire may acknowledge it. */
@ApplicationScoped
class IncomingTraffic {
  @Inject Broker broker;

  /**
   * @throws jakarta.jms.JMSRuntimeException when the broker did not take it: the link tells its
   *     peer to try again
   */
  void take(List<LinkEvent> batch) {
    List<LinkEvent.Incoming> messages = new ArrayList<>();
    List<LedgerEntry> receipts = new ArrayList<>();
    for (LinkEvent event : batch) {
      if (event instanceof LinkEvent.Incoming message) {
        messages.add(message);
      } else if (event instanceof LinkEvent.Receipt receipt) {
        receipts.add(new LedgerEntry.Receipt(receipt));
      }
    }
    broker.send(session -> send(session, messages, receipts));
  }

  private static void send(
      LocalSession session, List<LinkEvent.Incoming> messages, List<LedgerEntry> receipts) {
    if (!messages.isEmpty()) {
      session.send(Queues.INCOMING, IncomingCodec.INSTANCE.encode(messages));
    }
    if (!receipts.isEmpty()) {
      session.send(Queues.LEDGER, LedgerCodec.INSTANCE.encode(receipts));
    }
  }
}
