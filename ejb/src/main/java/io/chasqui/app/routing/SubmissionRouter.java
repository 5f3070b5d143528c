package io.chasqui.app.routing;

import io.chasqui.app.messaging.ConnectorQueue;
import io.chasqui.app.messaging.EnvelopeReader;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.Worker;
import io.chasqui.app.messaging.Workers;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.domain.encoding.TextTooLongException;
import io.chasqui.domain.encoding.UnwritableTextException;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int BATCH = 200;

  @Inject Clock clock;
  @Inject ConnectorChoice choice;
  @Inject Workers workers;

  private Worker worker;

  @PostConstruct
  void start() {
    worker =
        workers.start(
            "routing",
            session -> {
              var submissions =
                  new EnvelopeReader<>(session, Queues.SUBMISSIONS, OutgoingCodec.INSTANCE);
              return () -> turn(session, submissions);
            });
  }

  public void onStopping(@Observes @Priority(GatewayStopping.ROUTING) GatewayStopping event) {
    stop();
  }

  @PreDestroy
  void stop() {
    worker.stop();
    worker.join(GRACE);
  }

  private void turn(LocalSession session, EnvelopeReader<OutgoingMessage> submissions) {
    List<OutgoingMessage> messages = new ArrayList<>();
    boolean marker = false;
    Optional<List<OutgoingMessage>> batch = submissions.read(PATIENCE);
    while (batch.isPresent()) {
      marker |= batch.get().isEmpty();
      messages.addAll(batch.get());
      batch = messages.size() < BATCH ? submissions.read(Duration.ZERO) : Optional.empty();
    }
    route(session, messages);
    if (marker) {
      // Behind the news of all that was accepted before it.
      session.send(Queues.LEDGER, LedgerCodec.INSTANCE.encode(List.of()));
    }
    session.commit();
  }

  private void route(LocalSession session, List<OutgoingMessage> batch) {
    if (batch.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<LedgerEntry> news = new ArrayList<>(batch.size());
    ConnectorBatches batches = new ConnectorBatches();
    for (OutgoingMessage message : batch) {
      LedgerEntry fate = route(message, now);
      if (fate instanceof LedgerEntry.Routed routed) {
        ConnectorId id = routed.connector();
        batches.add(id, routed.message(), choice.chunk(id));
      }
      news.add(fate);
    }
    // The ledger first: its queue is read in order, so it knows a message before its outcome.
    session.send(Queues.LEDGER, LedgerCodec.INSTANCE.encode(news));
    batches.forEach(
        (id, chunk) -> ConnectorQueue.send(session, id, chunk, untilDue(chunk.get(0), now)));
  }

  private LedgerEntry route(OutgoingMessage message, Instant now) {
    return choice
        .choose()
        .map(id -> written(message, id, now))
        .orElseGet(() -> new LedgerEntry.Unroutable(message, "no route", now));
  }

  /** What the connector cannot be given in any way is refused now, not when it would leave. */
  private LedgerEntry written(OutgoingMessage message, ConnectorId id, Instant now) {
    OutgoingMessage written = message.writtenFor(choice.writing(id));
    try {
      if (!written.writing().equals(Writing.STANDARD)) {
        written.shortMessages();
      }
      return new LedgerEntry.Routed(written, id, now);
    } catch (TextTooLongException | UnwritableTextException refused) {
      return new LedgerEntry.Unroutable(message, id + ": " + refused.getMessage(), now);
    }
  }

  private static Duration untilDue(OutgoingMessage message, Instant now) {
    return message.notBefore().isAfter(now)
        ? Duration.between(now, message.notBefore())
        : Duration.ZERO;
  }
}
