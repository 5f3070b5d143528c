package io.chasqui.app.webhooks;

import io.chasqui.app.messaging.FailureStreak;
import io.chasqui.app.messaging.Wakeup;
import io.chasqui.domain.delivery.PushAnswer;
import io.chasqui.domain.delivery.PushVerdict;
import io.chasqui.domain.delivery.RetrySchedule;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes what is due from the outbox, has it posted, and writes down what came of it. At least once:
 * a delivery is open until its result is committed, and always goes out under the same id.
 */
final class DeliveryLoop implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.chasqui.webhooks");
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);
  private static final int CLAIM = 100;

  private final DeliveryTable table;
  private final SettlementJournal journal;
  private final HttpPush http;
  private final PushTargets targets;
  private final RetrySchedule schedule;
  private final Clock clock;
  private final Lanes lanes;
  private final Consumer<WebhookDisabled> onDisabled;

  private final Wakeup wakeup = new Wakeup();
  private final AtomicBoolean news = new AtomicBoolean(true);
  private final FailureStreak failures;
  private final Queue<Settlement> settled = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<Settlement> unrecorded = new ArrayList<>();
  private Instant nextSurvey = Instant.MIN;
  private volatile Instant stopBy = Instant.MAX;

  DeliveryLoop(
      DeliveryTable table,
      SettlementJournal journal,
      HttpPush http,
      PushTargets targets,
      RetrySchedule schedule,
      Clock clock,
      Lanes lanes,
      Consumer<WebhookDisabled> onDisabled) {
    this.table = table;
    this.journal = journal;
    this.http = http;
    this.targets = targets;
    this.schedule = schedule;
    this.clock = clock;
    this.failures = new FailureStreak("webhooks, the outbox", Duration.ZERO, clock);
    this.lanes = lanes;
    this.onDisabled = onDisabled;
  }

  /** There is something new in the outbox. */
  void wake() {
    news.set(true);
    wakeup.call();
  }

  /**
   * Starts nothing more, and ends {@link #run} when all under way have ended, or {@code within}.
   */
  void stop(Duration within) {
    stopBy = clock.instant().plus(within);
    stopping.countDown();
    wakeup.call();
  }

  @Override
  public void run() {
    try {
      while (!isStopping()) {
        turn();
      }
      finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws InterruptedException {
    try {
      collect();
      startPushes();
      record();
      refill();
      startPushes();
      failures.succeeded();
      wakeup.await(untilNextSurvey());
    } catch (SQLException | RuntimeException failed) {
      news.set(true);
      stopping.await(failures.failed(failed).toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void finish() throws InterruptedException {
    lanes.dropWaiting();
    collect();
    while (lanes.underWay() > 0 && clock.instant().isBefore(stopBy)) {
      wakeup.await(Duration.between(clock.instant(), stopBy));
      collect();
    }
    try {
      record();
    } catch (SQLException | RuntimeException failed) {
      LOG.log(
          Level.WARNING,
          "webhooks: {0} results could not be written; those go out again after the start: {1}",
          unrecorded.size(),
          failed.getMessage());
    }
  }

  private void collect() {
    for (Settlement next = settled.poll(); next != null; next = settled.poll()) {
      lanes.ended(next);
      unrecorded.add(next);
    }
  }

  private void startPushes() {
    for (Optional<Delivery> next = lanes.start(); next.isPresent(); next = lanes.start()) {
      push(next.get());
    }
  }

  /** Whatever happens, it ends in a settlement: a delivery that was started must not be lost. */
  private void push(Delivery delivery) {
    try {
      push(delivery, targets.of(delivery.clientId()));
    } catch (RuntimeException unreadable) {
      LOG.log(
          Level.WARNING,
          "webhook of " + delivery.clientId() + ": its settings could not be read; tried again",
          unreadable);
      settle(delivery, Optional.empty(), new PushAnswer.NoAnswer("settings could not be read"));
    }
  }

  private void push(Delivery delivery, Optional<PushTarget> target) {
    target
        .map(endpoint -> http.post(endpoint, delivery, clock.instant()))
        .orElseGet(DeliveryLoop::noEndpoint)
        .thenAccept(answer -> settle(delivery, target, answer));
  }

  private static CompletableFuture<PushAnswer> noEndpoint() {
    return CompletableFuture.completedFuture(
        new PushAnswer.NoAnswer("the client has no webhook that is switched on"));
  }

  private void settle(Delivery delivery, Optional<PushTarget> target, PushAnswer answer) {
    PushVerdict verdict =
        PushVerdict.of(answer, delivery.attempts() + 1, schedule, ThreadLocalRandom.current());
    settled.add(new Settlement(delivery, target, answer, verdict, clock.instant()));
    wakeup.call();
  }

  private void record() throws SQLException {
    if (unrecorded.isEmpty()) {
      return;
    }
    List<String> switchedOff = journal.write(unrecorded);
    unrecorded.forEach(this::recorded);
    unrecorded.clear();
    switchedOff.forEach(this::switchedOff);
  }

  private void recorded(Settlement settlement) {
    lanes.recorded(settlement);
    if (settlement.verdict() instanceof PushVerdict.Retry retry) {
      wakeAt(settlement.at().plus(retry.after()));
    }
    if (settlement.verdict() instanceof PushVerdict.Dead) {
      LOG.log(
          Level.WARNING,
          "webhook of {0}: {1} is given up after {2} attempts and kept: {3}",
          settlement.delivery().clientId(),
          settlement.delivery().id(),
          settlement.attempts(),
          settlement.answer().detail());
    }
  }

  private void switchedOff(String clientId) {
    LOG.log(Level.WARNING, "webhook of {0}: answered 410 Gone and is now switched off", clientId);
    lanes.of(clientId).drop();
    onDisabled.accept(new WebhookDisabled(clientId));
  }

  private void refill() throws SQLException {
    Instant now = clock.instant();
    if (news.getAndSet(false) || !now.isBefore(nextSurvey)) {
      survey(now);
    } else {
      for (Lane lane : lanes.hungry()) {
        claim(lane, now);
      }
    }
  }

  private void survey(Instant now) throws SQLException {
    nextSurvey = now.plus(LONGEST_SLEEP);
    for (DeliveryTable.Due due : table.earliest()) {
      if (due.at().isAfter(now)) {
        wakeAt(due.at());
      } else {
        fill(lanes.of(due.clientId()), now);
      }
    }
  }

  private void fill(Lane lane, Instant now) throws SQLException {
    if (lanes.isShort(lane)) {
      claim(lane, now);
    } else {
      lane.moreInOutbox();
    }
  }

  private void claim(Lane lane, Instant now) throws SQLException {
    int limit = lane.knownCount() + CLAIM;
    List<Delivery> open = table.next(lane.clientId(), limit);
    List<Delivery> due =
        open.stream().filter(each -> each.isDue(now) && !lane.knows(each)).toList();
    open.stream().filter(each -> !each.isDue(now)).findFirst().ifPresent(d -> wakeAt(d.dueAt()));
    lane.add(due, open.size() == limit && open.get(limit - 1).isDue(now));
  }

  private void wakeAt(Instant due) {
    if (due.isBefore(nextSurvey)) {
      nextSurvey = due;
    }
  }

  private Duration untilNextSurvey() {
    // A millisecond more, since the database keeps no finer times and waits are in them.
    return Duration.between(clock.instant(), nextSurvey).plusMillis(1);
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }
}
