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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What arrives while one batch is being synced to the broker's journal makes the next batch. A lone
 * message waits for nobody.
 */
final class GroupCommit implements Task {
  /** Messages that may wait; a lone request may bring as many. */
  private static final int CAPACITY = 5_000;

  /** Messages from which on a batch takes in no more. */
  private static final int BATCH = 200;

  /** Most messages of an envelope, so that a large request does not hold up those behind it. */
  private static final int ENVELOPE = 200;

  private static final long IDLE_MILLIS = 500;

  /**
   * What one request brought.
   *
   * @param id under which its acceptance is asked for
   */
  private record Parcel(
      MessageId id,
      List<OutgoingMessage> messages,
      boolean keyed,
      long since,
      CompletableFuture<Fate> fate) {

    static Parcel of(MessageId id, List<OutgoingMessage> messages, boolean keyed) {
      return new Parcel(id, messages, keyed, System.nanoTime(), new CompletableFuture<>());
    }
  }

  private final Clock clock;
  private final Duration patience;
  private final KeyedAcceptances keyed;
  private final BlockingQueue<Parcel> queue = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(CAPACITY);
  private final Set<MessageId> undecided = ConcurrentHashMap.newKeySet();

  /** Taken from the queue, their fate not told; the worker's own. */
  private final List<Parcel> batch = new ArrayList<>();

  /** Those of the batch. */
  private final List<OutgoingMessage> messages = new ArrayList<>();

  /**
   * @param patience a request's, once for its turn to come and once for the broker's answer
   */
  GroupCommit(Clock clock, Duration patience, KeyedAcceptances keyed) {
    this.clock = clock;
    this.patience = patience;
    this.keyed = keyed;
  }

  /**
   * Waits until the fate the messages share is known, or was not to be had in time.
   *
   * @param messages one or more
   */
  Fate put(List<OutgoingMessage> messages) {
    return fate(queued(Parcel.of(messages.get(0).id(), messages, false)));
  }

  /**
   * As above, leaving a note of their acceptance, see {@link KeyedAcceptances}.
   *
   * @param id by which it is asked for
   */
  Fate putKeyed(MessageId id, List<OutgoingMessage> messages) {
    return fate(queued(Parcel.of(id, messages, true)));
  }

  /** As {@link #put} for many, which wait together but are each for itself. */
  Map<MessageId, Fate> putAll(List<OutgoingMessage> messages) {
    List<Parcel> all =
        messages.stream().map(each -> queued(Parcel.of(each.id(), List.of(each), false))).toList();
    Map<MessageId, Fate> fates = new HashMap<>();
    all.forEach(each -> fates.put(each.id, fate(each)));
    return fates;
  }

  private Parcel queued(Parcel parcel) {
    if (room.tryAcquire(parcel.messages.size())) {
      undecided.add(parcel.id);
      queue.add(parcel);
    } else {
      parcel.fate.complete(Fate.BUSY);
    }
    return parcel;
  }

  private Fate fate(Parcel parcel) {
    Fate fate = await(parcel, patience);
    if (fate == Fate.UNSURE) {
      // Out of the queue it can no longer become durable behind the client's back.
      fate = queue.remove(parcel) ? refused(parcel) : await(parcel, patience.multipliedBy(2));
    }
    return fate;
  }

  /** Whether what was put under this id is still on its way to the broker. */
  boolean isUndecided(MessageId id) {
    return undecided.contains(id);
  }

  /** Messages nobody has taken yet. */
  int waiting() {
    return CAPACITY - room.availablePermits();
  }

  private Fate refused(Parcel parcel) {
    room.release(parcel.messages.size());
    undecided.remove(parcel.id);
    return Fate.REFUSED;
  }

  /**
   * @param longest from the parcel's coming
   */
  private static Fate await(Parcel parcel, Duration longest) {
    try {
      long rest = longest.toNanos() - (System.nanoTime() - parcel.since);
      return parcel.fate.get(Math.max(0, rest), TimeUnit.NANOSECONDS);
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
    Parcel first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    for (Parcel next = first; next != null; next = following()) {
      take(next);
    }
    if (first != null) {
      send(session);
    }
    keyed.tidy(session, first == null);
    commit(session);
    tell(Fate.DURABLE);
  }

  /** Null when the batch is large enough, or nothing more has come. */
  private Parcel following() {
    return messages.size() < BATCH ? queue.poll() : null;
  }

  private void take(Parcel parcel) {
    room.release(parcel.messages.size());
    batch.add(parcel);
    messages.addAll(parcel.messages);
  }

  private void send(LocalSession session) {
    for (int from = 0; from < messages.size(); from += ENVELOPE) {
      int to = Math.min(from + ENVELOPE, messages.size());
      session.send(Queues.SUBMISSIONS, OutgoingCodec.INSTANCE.encode(messages.subList(from, to)));
    }
    keyed.write(
        session, batch.stream().filter(Parcel::keyed).map(Parcel::id).toList(), clock.instant());
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
    for (Parcel each : batch) {
      if (fate == Fate.REFUSED) {
        keyed.refused(each.id);
      }
      undecided.remove(each.id);
      each.fate.complete(fate);
    }
    batch.clear();
    messages.clear();
  }

  /** With the broker gone, whoever waits is told so at once rather than after the time-out. */
  @Override
  public void failed(RuntimeException cause) {
    for (Parcel next = queue.poll(); next != null; next = queue.poll()) {
      take(next);
    }
    tell(Fate.REFUSED);
  }

  @Override
  public boolean isDone() {
    return queue.isEmpty();
  }
}
