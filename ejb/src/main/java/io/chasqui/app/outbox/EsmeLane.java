package io.chasqui.app.outbox;

import io.chasqui.app.messaging.FailureStreak;
import io.chasqui.app.messaging.Wakeup;
import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.esme.Redelivery;
import io.chasqui.domain.esme.SystemId;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Gives one account what waits for it, as fast as its windows let it, and deletes what it has
 * taken. At least once: a delivery is in the outbox until the ESME's answer is written down.
 */
final class EsmeLane implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.chasqui.esme");
  private static final int READ_AHEAD = 200;
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final SystemId account;
  private final EsmeServer server;
  private final DeliveryTable table;
  private final Clock clock;
  private final Predicate<EsmeLane> retirement;

  private final Wakeup wakeup = new Wakeup();
  private final AtomicBoolean news = new AtomicBoolean(true);
  private final Queue<DeliveryOutcome> landed = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile Instant stopBy = Instant.MAX;

  // The lane's own thread only:
  private final Deque<WaitingDelivery> ready = new ArrayDeque<>();
  private final Map<Long, WaitingDelivery> underWay = new HashMap<>();
  private final List<Settlement> unrecorded = new ArrayList<>();
  private final FailureStreak failures;
  private Instant nextLook = Instant.MIN;
  private Instant busyUntil = Instant.MIN;
  private Instant idleSince;
  private int timesBusy;

  /**
   * @param retirement asked when there is nothing to do for a while; true ends the lane
   */
  EsmeLane(
      SystemId account,
      EsmeServer server,
      DeliveryTable table,
      Clock clock,
      Predicate<EsmeLane> retirement) {
    this.account = account;
    this.server = server;
    this.table = table;
    this.clock = clock;
    this.retirement = retirement;
    this.failures = new FailureStreak("esme " + account + ", deliveries", Duration.ZERO, clock);
    this.idleSince = clock.instant();
  }

  SystemId account() {
    return account;
  }

  /** There is something new in the outbox. */
  void wake() {
    news.set(true);
    wakeup.call();
  }

  boolean hasNews() {
    return news.get();
  }

  /** Hands over nothing more; ends when what is under way was answered, or {@code within}. */
  void stop(Duration within) {
    stopBy = clock.instant().plus(within);
    stopping.countDown();
    wakeup.call();
  }

  @Override
  public void run() {
    try {
      boolean retired = false;
      while (!isStopping() && !retired) {
        turn();
        retired = isIdle() && retirement.test(this);
      }
      finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws InterruptedException {
    try {
      settle();
      refill();
      if (ready.isEmpty()) {
        wakeup.await(until(nextLook));
      } else {
        handOver();
      }
      failures.succeeded();
    } catch (SQLException | RuntimeException failed) {
      news.set(true);
      stopping.await(failures.failed(failed).toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void handOver() throws InterruptedException {
    if (clock.instant().isBefore(busyUntil)) {
      wakeup.await(until(busyUntil));
      return;
    }
    int free = server.awaitCapacity(account, PATIENCE);
    if (free > 0) {
      idleSince = clock.instant();
      deliver(take(free));
    } else {
      readAgainLater();
    }
  }

  /** With nobody to take it, news is no reason to stay: it is read once there is somebody. */
  private void readAgainLater() {
    news.set(false);
    nextLook = Instant.MIN;
  }

  private List<WaitingDelivery> take(int most) {
    List<WaitingDelivery> batch = new ArrayList<>();
    while (batch.size() < most && !ready.isEmpty()) {
      WaitingDelivery next = ready.poll();
      underWay.put(next.id(), next);
      batch.add(next);
    }
    return batch;
  }

  private void deliver(List<WaitingDelivery> batch) {
    try {
      server.deliver(account, batch.stream().map(WaitingDelivery::delivery).toList(), this::landed);
    } catch (RuntimeException refused) {
      // Those that were written have an outcome, or will: only the first of two counts.
      batch.forEach(each -> landed(new DeliveryOutcome.Unanswered(each.id())));
      throw refused;
    }
  }

  private void landed(DeliveryOutcome outcome) {
    landed.add(outcome);
    wakeup.call();
  }

  /** What came of what was handed over, written in one transaction. */
  private void settle() throws SQLException {
    Deque<WaitingDelivery> unsent = new ArrayDeque<>();
    for (DeliveryOutcome next = landed.poll(); next != null; next = landed.poll()) {
      WaitingDelivery waiting = underWay.remove(next.id());
      if (waiting != null && next instanceof DeliveryOutcome.NotSent) {
        unsent.push(waiting);
      } else if (waiting != null) {
        unrecorded.add(settlement(waiting, next));
      }
    }
    unsent.forEach(ready::push);
    if (!unrecorded.isEmpty()) {
      table.settle(unrecorded, clock.instant());
      unrecorded.forEach(this::recorded);
      unrecorded.clear();
    }
  }

  private Settlement settlement(WaitingDelivery waiting, DeliveryOutcome outcome) {
    int attempts = waiting.attempts() + 1;
    Instant now = clock.instant();
    if (outcome instanceof DeliveryOutcome.Refused refused) {
      notBusyUnless(Redelivery.isTemporary(refused.commandStatus()), now);
      return new Settlement(
          waiting,
          Optional.of(
              Redelivery.refused(refused.commandStatus(), attempts, waiting.createdAt(), now)));
    }
    if (outcome instanceof DeliveryOutcome.Unanswered) {
      return new Settlement(waiting, Optional.of(Redelivery.unanswered(attempts, now)));
    }
    notBusyUnless(false, now);
    return new Settlement(waiting, Optional.empty());
  }

  /** An ESME that is busy is left alone for a moment, rather than asked for each delivery. */
  private void notBusyUnless(boolean busy, Instant now) {
    if (!busy) {
      timesBusy = 0;
    } else if (!now.isBefore(busyUntil)) {
      timesBusy++;
      busyUntil = now.plus(Redelivery.pause(timesBusy, LONGEST_PAUSE));
    }
  }

  private void recorded(Settlement settlement) {
    settlement
        .redelivery()
        .ifPresent(
            verdict -> {
              if (verdict instanceof Redelivery.Again again) {
                nextLook = again.at().isBefore(nextLook) ? again.at() : nextLook;
              } else if (verdict instanceof Redelivery.Dead dead) {
                LOG.log(
                    Level.WARNING,
                    "esme {0}: {1} is put aside after {2} attempts: {3}",
                    account,
                    settlement.waiting().delivery(),
                    settlement.attempts(),
                    dead.reason());
              }
            });
  }

  private void refill() throws SQLException {
    Instant now = clock.instant();
    if (ready.isEmpty() && (news.getAndSet(false) || !now.isBefore(nextLook))) {
      int limit = underWay.size() + READ_AHEAD;
      List<WaitingDelivery> waiting = table.next(account, limit);
      nextLook = now.plus(LONGEST_SLEEP);
      waiting.stream()
          .filter(each -> !underWay.containsKey(each.id()))
          .forEach(each -> add(each, now));
      if (waiting.size() == limit && waiting.get(limit - 1).isDue(now)) {
        news.set(true);
      }
    }
  }

  private void add(WaitingDelivery waiting, Instant now) {
    if (waiting.isDue(now)) {
      ready.add(waiting);
    } else if (waiting.dueAt().isBefore(nextLook)) {
      nextLook = waiting.dueAt();
    }
  }

  /** Nothing waits, or nobody takes it, and nothing is under way. */
  private boolean isIdle() {
    Instant now = clock.instant();
    return underWay.isEmpty()
        && unrecorded.isEmpty()
        && !now.isBefore(busyUntil)
        && !idleSince.plus(LONGEST_SLEEP).isAfter(now);
  }

  private void finish() throws InterruptedException {
    try {
      settle();
      while (!underWay.isEmpty() && clock.instant().isBefore(stopBy)) {
        wakeup.await(until(stopBy));
        settle();
      }
    } catch (SQLException | RuntimeException failed) {
      LOG.log(
          Level.WARNING,
          "esme {0}: {1} answers could not be written; those deliveries are repeated: {2}",
          account,
          unrecorded.size(),
          failed.getMessage());
    }
  }

  private Duration until(Instant end) {
    // A millisecond more, since the database keeps no finer times and waits are in them.
    Duration rest = Duration.between(clock.instant(), end).plusMillis(1);
    return rest.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : rest;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }
}
