package io.chasqui.smpp.link;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.smpp.wire.CommandStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one link brought in and the application has not taken yet, bounded by count and by octets.
 * Delivered in batches of what has arrived, one batch at a time so that the order is kept;
 * acknowledged to the peer only then.
 */
final class Inbox {
  private static final Logger LOG = System.getLogger(Inbox.class.getName());
  private static final int CAPACITY = 2000;
  private static final int BATCH = 200;

  /** Of all that waits and of the batch being delivered. */
  private static final long OCTETS = 8L << 20;

  /** So many failures in a row are the application's trouble and not an event's. */
  private static final int GIVE_UP = 3;

  /**
   * An event, and where its acknowledgement goes.
   *
   * @param octets of its PDU
   */
  record Arrival(LinkEvent event, SmppSession session, int sequence, int octets) {}

  private final ConnectorId connector;
  private final Surroundings around;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>(CAPACITY);
  private final AtomicLong octets = new AtomicLong();
  private final AtomicBoolean draining = new AtomicBoolean();

  Inbox(ConnectorId connector, Surroundings around) {
    this.connector = connector;
    this.around = around;
  }

  /** Never blocks: beyond its capacity the peer is told to wait and repeat. */
  void accept(Arrival arrival) {
    if (octets.addAndGet(arrival.octets()) <= OCTETS && arrivals.offer(arrival)) {
      drainSoon();
    } else {
      settle(List.of(arrival), CommandStatus.QUEUE_FULL);
    }
  }

  private void drainSoon() {
    if (!arrivals.isEmpty() && draining.compareAndSet(false, true)) {
      try {
        around.works().execute(this::drain);
      } catch (RejectedExecutionException e) {
        draining.set(false);
        refuseAll();
      }
    }
  }

  /** One batch, then back to the queue of works: links take turns. */
  private void drain() {
    try {
      List<Arrival> batch = new ArrayList<>();
      arrivals.drainTo(batch, BATCH);
      if (isTaken(batch)) {
        settle(batch, CommandStatus.OK);
      } else {
        oneByOne(batch);
      }
    } finally {
      draining.set(false);
      drainSoon();
    }
  }

  /** So that one event nobody can take does not hold up those around it, now and when repeated. */
  private void oneByOne(List<Arrival> batch) {
    List<Arrival> taken = new ArrayList<>();
    List<Arrival> refused = new ArrayList<>();
    int failures = batch.size() == 1 ? GIVE_UP : 0;
    for (Arrival one : batch) {
      if (failures < GIVE_UP && isTaken(List.of(one))) {
        taken.add(one);
        failures = 0;
      } else {
        refused.add(one);
        failures++;
      }
    }
    settle(taken, CommandStatus.OK);
    settle(refused, CommandStatus.TEMPORARY_APPLICATION_ERROR);
    LOG.log(
        Level.WARNING,
        "{0}: {1} of {2} events were not taken, the peer is asked to repeat them",
        connector,
        refused.size(),
        batch.size());
  }

  private boolean isTaken(List<Arrival> batch) {
    try {
      around.delivery().deliver(batch.stream().map(Arrival::event).toList());
      return true;
    } catch (Exception | LinkageError e) {
      LOG.log(Level.WARNING, "{0}: {1} events could not be taken: {2}", connector, batch.size(), e);
      return false;
    }
  }

  private void refuseAll() {
    List<Arrival> rest = new ArrayList<>();
    arrivals.drainTo(rest);
    settle(rest, CommandStatus.TEMPORARY_APPLICATION_ERROR);
  }

  /** Acknowledges, and frees the room. */
  private void settle(List<Arrival> batch, int status) {
    octets.addAndGet(-batch.stream().mapToLong(Arrival::octets).sum());
    Map<SmppSession, List<Integer>> sequences = new LinkedHashMap<>();
    for (Arrival one : batch) {
      sequences.computeIfAbsent(one.session(), each -> new ArrayList<>()).add(one.sequence());
    }
    sequences.forEach((session, each) -> session.acknowledge(status, each));
  }
}
