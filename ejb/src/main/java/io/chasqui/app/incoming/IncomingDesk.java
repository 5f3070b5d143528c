package io.chasqui.app.incoming;

import io.chasqui.app.messaging.IncomingCodec;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.persistence.BatchSplit;
import io.chasqui.app.persistence.BatchSplit.Refused;
import io.chasqui.app.webhooks.WebhookSender;
import io.chasqui.domain.link.LinkEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;

/** Sees to it that every segment of a batch is written, or put aside when it cannot be. */
@ApplicationScoped
class IncomingDesk {
  private static final System.Logger LOG = System.getLogger("io.chasqui.incoming");

  @Inject IncomingMessages messages;
  @Inject WebhookSender webhooks;

  /**
   * @param session whose transaction took the batch from the queue
   */
  void write(LocalSession session, List<LinkEvent.Incoming> batch) {
    List<Refused<LinkEvent.Incoming>> refused = BatchSplit.write(batch, this::writePiece);
    refused.forEach(IncomingDesk::tell);
    if (!refused.isEmpty()) {
      List<LinkEvent.Incoming> dead = refused.stream().map(Refused::entry).toList();
      session.send(Queues.DEAD, IncomingCodec.INSTANCE.encode(dead));
    }
  }

  private void writePiece(List<LinkEvent.Incoming> piece) {
    if (messages.write(piece)) {
      webhooks.wake();
    }
  }

  private static void tell(Refused<LinkEvent.Incoming> refused) {
    LOG.log(
        Level.ERROR,
        "{0}: incoming message {1} goes to {2}: {3}",
        refused.entry().connector(),
        refused.entry().id(),
        Queues.DEAD,
        refused.reason().getMessage());
  }
}
