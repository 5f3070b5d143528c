package io.chasqui.app.routing;

import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.UnreadableEnvelopeException;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes accepted messages in batches, puts each into its connector's queue and tells the ledger;
 * one transaction of one session a batch, in the order of acceptance. (A message-driven bean would
 * take and send by two resources of a distributed transaction, which a crash can leave in doubt.)
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SubmissionRouter {
  private static final System.Logger LOG = System.getLogger("io.chasqui.routing");
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int BATCH = 200;

  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject private Clock clock;
  @Inject private ConnectorChoice choice;

  @Resource(lookup = "java:app/jms/dispatch")
  private ConnectionFactory broker;

  @Resource private ManagedThreadFactory threads;

  private Thread worker;

  @PostConstruct
  void start() {
    worker = threads.newThread(this::run);
    worker.setName("chasqui-router");
    worker.start();
  }

  public void onStopping(@Observes @Priority(GatewayStopping.ROUTING) GatewayStopping event) {
    stop();
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
    try {
      worker.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (isRunning()) {
      try (LocalSession session = new LocalSession(broker);
          LocalSession.Inlet inlet = session.inlet(Queues.SUBMISSIONS)) {
        while (isRunning()) {
          turn(session, inlet);
        }
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "routing: a batch is kept and routed again", e);
        waitAMoment();
      }
    }
  }

  private void turn(LocalSession session, LocalSession.Inlet inlet) {
    List<OutgoingMessage> messages = new ArrayList<>();
    boolean marker = false;
    Optional<byte[]> envelope = inlet.receive(PATIENCE);
    boolean any = envelope.isPresent();
    while (envelope.isPresent()) {
      List<OutgoingMessage> batch = read(session, envelope.get());
      marker |= batch.isEmpty();
      messages.addAll(batch);
      envelope = messages.size() < BATCH ? inlet.receive(Duration.ZERO) : Optional.empty();
    }
    if (any) {
      route(session, messages);
      if (marker) {
        session.send(Queues.LEDGER, LedgerCodec.INSTANCE.encode(List.of()));
      }
      session.commit();
    }
  }

  /** What nobody can read is put aside, whole. */
  private static List<OutgoingMessage> read(LocalSession session, byte[] envelope) {
    try {
      return OutgoingCodec.INSTANCE.decode(envelope);
    } catch (UnreadableEnvelopeException e) {
      LOG.log(System.Logger.Level.ERROR, "routing: an envelope goes to " + Queues.DEAD, e);
      session.send(Queues.DEAD, envelope);
      return List.of();
    }
  }

  private void route(LocalSession session, List<OutgoingMessage> batch) {
    if (batch.isEmpty()) {
      return;
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
    session.send(Queues.LEDGER, LedgerCodec.INSTANCE.encode(news));
    batches.forEach(
        (id, chunk) ->
            session.send(
                Queues.connector(id),
                OutgoingCodec.INSTANCE.encode(chunk),
                untilDue(chunk.get(0), now),
                Map.of()));
  }

  private static Duration untilDue(OutgoingMessage message, Instant now) {
    return message.notBefore().isAfter(now)
        ? Duration.between(now, message.notBefore())
        : Duration.ZERO;
  }

  private boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private void waitAMoment() {
    try {
      stopping.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
