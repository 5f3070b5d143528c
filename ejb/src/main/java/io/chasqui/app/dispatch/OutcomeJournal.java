package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.ConnectorQueue;
import io.chasqui.app.messaging.DepartureNotes;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.Task;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Carries the links' outcomes to the ledger's queue, in batches of what has come, and takes an
 * envelope out of flight once all of its parts have had theirs: news and removal in one
 * transaction, so that a crash leaves every part either told or still in flight. What a stop
 * without a broker leaves unwritten stays in flight and is settled at the next start.
 */
final class OutcomeJournal implements Task {
  private static final System.Logger LOG = System.getLogger("io.chasqui.dispatch");
  private static final int BATCH = 500;
  private static final long IDLE_MILLIS = 500;
  static final String CHUNK_PROPERTY = "chasqui_chunk";

  /** A part of an envelope that comes from its link; what is to be told of it. */
  private record Landed(InFlightChunk chunk, Supplier<Optional<LedgerEntry>> news) {}

  private final Withdrawals withdrawals;

  /** Bounded by the windows of all links and their late answers. */
  private final BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();

  /** Taken and not yet written, kept over failures; the worker's own. */
  private final List<Landed> batch = new ArrayList<>();

  private final List<LedgerEntry> news = new ArrayList<>();

  private final List<InFlightChunk> complete = new ArrayList<>();

  OutcomeJournal(Withdrawals withdrawals) {
    this.withdrawals = withdrawals;
  }

  /** Called on the wire's threads: only remembers. */
  void add(InFlightChunk chunk, SubmitOutcome outcome) {
    landed.add(new Landed(chunk, () -> chunk.land(outcome)));
  }

  /** A part that was not handed to the link, since others came back that go first. */
  void holdBack(InFlightChunk chunk, MessageId message, int part) {
    landed.add(
        new Landed(
            chunk,
            () -> {
              chunk.holdBack(message, part);
              return Optional.empty();
            }));
  }

  @Override
  public Turn begin(LocalSession session) {
    return () -> turn(session);
  }

  @Override
  public boolean isDone() {
    return landed.isEmpty() && batch.isEmpty();
  }

  private void turn(LocalSession session) throws InterruptedException {
    if (batch.isEmpty()) {
      take();
    }
    if (!batch.isEmpty()) {
      write(session);
      complete.forEach(this::left);
      batch.clear();
      news.clear();
      complete.clear();
    }
  }

  private void left(InFlightChunk chunk) {
    chunk.left();
    withdrawals.landed(chunk.key());
  }

  private void take() throws InterruptedException {
    Landed first = landed.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    batch.add(first);
    landed.drainTo(batch, BATCH - 1);
    for (Landed each : batch) {
      boolean wasComplete = each.chunk().isComplete();
      each.news().get().ifPresent(news::add);
      if (!wasComplete && each.chunk().isComplete()) {
        complete.add(each.chunk());
      }
    }
  }

  private void write(LocalSession session) {
    if (!news.isEmpty()) {
      DepartureNotes.tell(session, news);
    }
    complete.stream()
        .collect(Collectors.groupingBy(InFlightChunk::connector))
        .forEach((connector, chunks) -> land(session, connector, chunks));
    session.commit();
  }

  private static void land(
      LocalSession session, ConnectorId connector, List<InFlightChunk> chunks) {
    List<String> keys = chunks.stream().map(InFlightChunk::key).toList();
    int removed = 0;
    List<String> done = new ArrayList<>();
    for (InFlightChunk chunk : chunks) {
      if (chunk.comebacks().isEmpty()) {
        done.add(chunk.key());
      } else {
        removed += giveBack(session, connector, chunk);
      }
    }
    if (!done.isEmpty()) {
      removed += session.remove(Queues.inFlight(connector), CHUNK_PROPERTY, done);
    }
    if (removed < keys.size()) {
      LOG.log(
          System.Logger.Level.INFO,
          "{0}: only {1} of the envelopes {2} were in flight; of the others a commit whose answer"
              + " was lost has settled which queue they are in, nothing is to be done",
          connector,
          removed,
          keys);
    }
  }

  /**
   * Once only: when the envelope is not in flight any more, this is the repetition of a commit
   * whose answer was lost.
   *
   * @return how many envelopes were taken out of flight
   */
  private static int giveBack(LocalSession session, ConnectorId connector, InFlightChunk chunk) {
    int removed = session.remove(Queues.inFlight(connector), CHUNK_PROPERTY, List.of(chunk.key()));
    if (removed > 0) {
      chunk.comebacks().forEach(back -> giveBack(session, connector, back));
    }
    return removed;
  }

  private static void giveBack(LocalSession session, ConnectorId connector, Comeback back) {
    if (back.sequel() instanceof Sequel.Later later) {
      ConnectorQueue.send(session, connector, List.of(back.message()), later.delay());
    } else {
      ConnectorQueue.giveBack(session, connector, back.message());
    }
  }
}
