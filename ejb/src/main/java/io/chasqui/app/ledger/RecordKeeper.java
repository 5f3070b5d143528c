package io.chasqui.app.ledger;

import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.ledger.LedgerResult.Errand;
import io.chasqui.app.messaging.EnvelopeReader;
import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.Worker;
import io.chasqui.app.messaging.Workers;
import io.chasqui.app.operations.Activity;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.app.outbox.EsmeDispatcher;
import io.chasqui.app.receipts.ReceiptLore;
import io.chasqui.app.webhooks.WebhookSender;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads the ledger's queue, in order, and has each batch written down. The database has its own
 * transaction, committed before the broker's: a batch may come twice, and writing it twice changes
 * nothing.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecordKeeper {
  private static final System.Logger LOG = System.getLogger("io.chasqui.ledger");
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Inject private Workers workers;
  @Inject private LedgerDesk desk;
  @Inject private RecentlyAccepted recent;
  @Inject private Resends resends;
  @Inject private WebhookSender webhooks;
  @Inject private EsmeDispatcher esmes;
  @Inject private Activity activity;
  @Inject private CatchUp catchUp;
  @Inject private ReceiptLore lore;

  private final WrittenNotes notes = new WrittenNotes();
  private Worker worker;

  @PostConstruct
  void start() {
    worker =
        workers.start(
            "ledger",
            session -> {
              var news = new EnvelopeReader<>(session, Queues.LEDGER, LedgerCodec.INSTANCE);
              return () -> turn(session, news);
            });
  }

  public void onStopping(@Observes @Priority(GatewayStopping.RECORDS) GatewayStopping event) {
    stop();
  }

  @PreDestroy
  void stop() {
    worker.stop();
    worker.join(GRACE);
  }

  private void turn(LocalSession session, EnvelopeReader<LedgerEntry> news) {
    Optional<List<LedgerEntry>> batch = news.read(PATIENCE);
    batch.ifPresent(entries -> record(session, entries));
    notes.tidy(session, batch.isEmpty());
    session.commit();
    notes.tidied();
  }

  private void record(LocalSession session, List<LedgerEntry> batch) {
    if (batch.isEmpty()) {
      catchUp.reached();
      return;
    }
    notes.add(desk.write(session, batch, this::carryOut));
    activity.touch();
  }

  /** What fails here is made up for by its own timer; the batch is written and stays so. */
  private void carryOut(LedgerResult result) {
    try {
      tellOthers(result);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "ledger: what follows from a batch is done later", e);
    }
  }

  private void tellOthers(LedgerResult result) {
    result.recorded().forEach(recent::remove);
    lore.learn(result.sightings());
    if (result.waiting().contains(Errand.PUSH)) {
      webhooks.wake();
    }
    esmes.wake(result.esmes());
    if (result.waiting().contains(Errand.RESEND)) {
      resends.sendNow();
    }
  }
}
