package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.LedgerCodec;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Carries the links' outcomes to the ledger's queue, in batches of what has come, and takes an
 * envelope out of flight once all of its parts have had theirs: news and removal in one
 * transaction, so that a crash leaves every part either told or still in flight.
 */
final class OutcomeJournal implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.chasqui.dispatch");
  private static final int BATCH = 500;
  static final String CHUNK_PROPERTY = "chasqui_chunk";

  private record Landed(InFlightChunk chunk, SubmitOutcome outcome) {}

  private final ConnectionFactory broker;

  /** Bounded by the windows of all links and their late answers. */
  private final BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();

  private final CountDownLatch stopping = new CountDownLatch(1);

  OutcomeJournal(ConnectionFactory broker) {
    this.broker = broker;
  }

  /** Called on the wire's threads: only remembers. */
  void add(InFlightChunk chunk, SubmitOutcome outcome) {
    landed.add(new Landed(chunk, outcome));
  }

  /** Ends {@link #run} when all that has landed is written. */
  void stop() {
    stopping.countDown();
  }

  @Override
  public void run() {
    List<Landed> batch = new ArrayList<>();
    List<InFlightChunk> complete = new ArrayList<>();
    while (isRunning() || !landed.isEmpty() || !batch.isEmpty()) {
      try (LocalSession session = new LocalSession(broker)) {
        while (isRunning() || !landed.isEmpty() || !batch.isEmpty()) {
          take(batch, complete);
          write(session, batch, complete);
          batch.clear();
          complete.clear();
        }
      } catch (JMSRuntimeException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "dispatch: outcomes could not be written; they are kept and written again",
            e);
        if (!waitAMoment()) {
          return; // stopping without a broker: the envelopes stay in flight and are settled at
          // start
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void take(List<Landed> batch, List<InFlightChunk> complete) throws InterruptedException {
    if (!batch.isEmpty()) {
      return; // the one that could not be written
    }
    Landed first = landed.poll(500, TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    batch.add(first);
    landed.drainTo(batch, BATCH - 1);
    for (Landed each : batch) {
      boolean wasComplete = each.chunk().isComplete();
      each.chunk().land(each.outcome());
      if (!wasComplete && each.chunk().isComplete()) {
        complete.add(each.chunk());
      }
    }
  }

  private static void write(
      LocalSession session, List<Landed> batch, List<InFlightChunk> complete) {
    if (batch.isEmpty()) {
      return;
    }
    List<LedgerEntry> news = new ArrayList<>(batch.size());
    batch.forEach(
        each -> news.add(new LedgerEntry.Submitted(each.chunk().connector(), each.outcome())));
    session.send(Queues.LEDGER, LedgerCodec.INSTANCE.encode(news));
    complete.forEach(chunk -> land(session, chunk));
    session.commit();
  }

  private static void land(LocalSession session, InFlightChunk chunk) {
    ConnectorId connector = chunk.connector();
    for (InFlightChunk.Retry retry : chunk.retries()) {
      session.send(
          Queues.connector(connector),
          OutgoingCodec.INSTANCE.encode(List.of(retry.message())),
          retry.delay(),
          Map.of());
    }
    String selector = "%s = '%s'".formatted(CHUNK_PROPERTY, chunk.key());
    try (LocalSession.Inlet inlet = session.inlet(Queues.inFlight(connector), selector)) {
      if (inlet.receive(Duration.ofSeconds(5)).isEmpty()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "{0}: envelope {1} was not in flight",
            connector,
            chunk.key());
      }
    }
  }

  private boolean isRunning() {
    return stopping.getCount() > 0;
  }

  private boolean waitAMoment() {
    try {
      return !stopping.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
