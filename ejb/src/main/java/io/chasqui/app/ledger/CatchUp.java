package io.chasqui.app.ledger;

import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.List;

/**
 * Tells when what a former run accepted has been written down, so that whoever asks for such a
 * message finds it. An empty batch goes through the queues behind all that waits there; the ledger
 * reports its arrival.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CatchUp {
  /** A backlog of hours must not keep the gateway from taking new messages. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Resource(lookup = "java:app/jms/dispatch")
  private ConnectionFactory broker;

  private volatile boolean reached;
  private long startedAt;

  @PostConstruct
  void start() {
    startedAt = System.nanoTime();
    try (LocalSession session = new LocalSession(broker)) {
      session.send(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE.encode(List.of()));
      session.commit();
    }
  }

  /** The empty batch has come through. */
  public void reached() {
    reached = true;
  }

  public boolean isDone() {
    return reached || System.nanoTime() - startedAt > PATIENCE.toNanos();
  }
}
