package io.chasqui.app.intake;

import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.OutgoingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.Task;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TransactionRolledBackRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What arrives while one batch is being synced to the broker's journal makes the next batch. A lone
 * message waits for nobody.
 */
final class GroupCommit implements Task {
  private static final int CAPACITY = 5_000;
  private static final int BATCH = 200;
  private static final long IDLE_MILLIS = 500;

  private record Waiting(OutgoingMessage message, boolean keyed, CompletableFuture<Fate> fate) {}

  private final Clock clock;
  private final Duration patience;
  private final KeyedAcceptances keyed;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final Set<MessageId> undecided = ConcurrentHashMap.newKeySet();

  /** Taken from the queue, their fate not told; the worker's own. */
  private final List<Waiting> batch = new ArrayList<>();

  /**
   * @param patience a request's, once for its turn to come and once for the broker's answer
   */
  GroupCommit(Clock clock, Duration patience, KeyedAcceptances keyed) {
    this.clock = clock;
    this.patience = patience;
    this.keyed = keyed;
  }

  /**
   * Waits until the message's fate is known, or was not to be had in time.
   *
   * @param noted whether to leave a note of its acceptance, see {@link KeyedAcceptances}
   */
  Fate put(OutgoingMessage message, boolean noted) {
    Waiting waiting = new Waiting(message, noted, new CompletableFuture<>());
    undecided.add(message.id());
    if (!queue.offer(waiting)) {
      return refused(waiting);
    }
    Fate fate = await(waiting);
    if (fate == Fate.UNSURE) {
      // Out of the queue it can no longer become durable behind the client's back.
      fate = queue.remove(waiting) ? refused(waiting) : await(waiting);
    }
    return fate;
  }

  /** Whether the message is still on its way to the broker. */
  boolean isUndecided(MessageId id) {
    return undecided.contains(id);
  }

  /** Messages nobody has taken yet. */
  int waiting() {
    return queue.size();
  }

  private Fate refused(Waiting waiting) {
    undecided.remove(waiting.message.id());
    return Fate.REFUSED;
  }

  private Fate await(Waiting waiting) {
    try {
      return waiting.fate.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Fate.UNSURE;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Fate.UNSURE;
    }
  }

  @Override
  public Turn begin(LocalSession session) {
    return () -> turn(session);
  }

  private void turn(LocalSession session) throws InterruptedException {
    Waiting first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, BATCH - 1);
      send(session);
    }
    keyed.tidy(session, first == null);
    commit(session);
    tell(Fate.DURABLE);
  }

  private void send(LocalSession session) {
    session.send(
        Queues.SUBMISSIONS,
        OutgoingCodec.INSTANCE.encode(batch.stream().map(Waiting::message).toList()));
    keyed.write(
        session,
        batch.stream().filter(Waiting::keyed).map(each -> each.message.id()).toList(),
        clock.instant());
  }

  /** From the call on, only its answer tells what the broker keeps. */
  private void commit(LocalSession session) {
    try {
      session.commit();
    } catch (TransactionRolledBackRuntimeException refused) {
      throw refused;
    } catch (JMSRuntimeException unanswered) {
      tell(Fate.UNSURE);
      throw unanswered;
    }
  }

  private void tell(Fate fate) {
    for (Waiting each : batch) {
      if (fate == Fate.REFUSED) {
        keyed.refused(each.message.id());
      }
      undecided.remove(each.message.id());
      each.fate.complete(fate);
    }
    batch.clear();
  }

  /** With the broker gone, whoever waits is told so at once rather than after the time-out. */
  @Override
  public void failed(RuntimeException cause) {
    queue.drainTo(batch);
    tell(Fate.REFUSED);
  }

  @Override
  public boolean isDone() {
    return queue.isEmpty();
  }
}
