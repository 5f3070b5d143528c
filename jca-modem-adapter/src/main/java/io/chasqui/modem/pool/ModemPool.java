package io.chasqui.modem.pool;

import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.modem.ModemDuty;
import io.chasqui.domain.modem.ModemReport;
import io.chasqui.domain.modem.ModemStatus;
import io.chasqui.domain.modem.UnknownModemException;
import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.ModemSurroundings;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.pool.Parcel.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * The modems of one connector. A place of its window is a modem that would send at once, and a
 * message takes one place, however many parts it has. A modem with nothing to send has no thread.
 */
final class ModemPool {
  private enum Phase {
    OPEN,
    STOPPING,
    STOPPED
  }

  private final ModemLinkSettings settings;
  private final PoolSurroundings around;
  private final Outcomes outcomes;
  private final StickyRecipients sticky;
  private final List<Lane> lanes;
  private final LaneChoice choice;
  private final PoolStatus status;
  private final Begun begun = new Begun();
  private Phase phase = Phase.OPEN;

  ModemPool(ModemLinkSettings settings, PoolSurroundings around) {
    this.settings = settings;
    this.around = around;
    this.outcomes = new Outcomes(settings.id(), around.clock());
    this.sticky = new StickyRecipients(settings.pool().sticky());
    this.lanes = settings.modems().stream().map(modem -> Lane.of(modem, settings, around)).toList();
    this.choice = new LaneChoice(lanes, sticky);
    this.status = new PoolStatus(now());
  }

  ModemLinkSettings settings() {
    return settings;
  }

  String label(Lane lane) {
    return surroundings(lane).label();
  }

  /** Opens a modem's device unless it is open; every change of its status is told from now on. */
  void connect(Lane lane) {
    if (lane.modem().isPresent()) {
      return;
    }
    Modem opened = around.factory().open(surroundings(lane));
    synchronized (this) {
      if (phase == Phase.OPEN && lane.modem().isEmpty()) {
        lane.connect(opened);
        notifyAll();
        return;
      }
    }
    opened.close();
  }

  private ModemSurroundings surroundings(Lane lane) {
    return new ModemSurroundings(
        settings.id(),
        lane.settings(),
        around.listener(),
        next -> observe(lane, next),
        around.threads(),
        around.clock());
  }

  private void observe(Lane lane, ModemStatus next) {
    lane.observed(next);
    synchronized (this) {
      notifyAll();
    }
  }

  List<Lane> lanes() {
    return lanes;
  }

  /**
   * @throws UnknownModemException when it has no such modem
   */
  Lane lane(String name) {
    return lanes.stream()
        .filter(lane -> lane.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnknownModemException(name));
  }

  synchronized List<ModemReport> report() {
    Instant now = now();
    return lanes.stream().map(lane -> lane.report(now)).toList();
  }

  synchronized LinkStatus status() {
    return status.of(report(), inHand(), now());
  }

  /** Parts without an outcome. */
  private int inHand() {
    return begun.size() + lanes.stream().mapToInt(Lane::segments).sum();
  }

  synchronized int awaitCapacity(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    int capacity = capacity();
    while (capacity == 0 && left > 0) {
      wait(Math.min(left, millisToChange()));
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      capacity = capacity();
    }
    return capacity;
  }

  private int capacity() {
    Instant now = now();
    int free = (int) lanes.stream().filter(lane -> lane.isFree(now)).count();
    return phase == Phase.OPEN ? Math.max(free, begun.isOpen() ? 1 : 0) : 0;
  }

  private long millisToChange() {
    Instant now = now();
    return lanes.stream()
        .flatMap(lane -> lane.wakes(now).stream())
        .min(Comparator.naturalOrder())
        .map(next -> millisUntil(next, now))
        .orElse(Long.MAX_VALUE);
  }

  private static long millisUntil(Instant next, Instant now) {
    return Math.max(1, Duration.between(now, next).plusNanos(999_999).toMillis());
  }

  void submit(List<Segment> segments, OutcomeSink sink) {
    List<Runnable> later = new ArrayList<>();
    synchronized (this) {
      segments.forEach(segment -> take(new Item(segment, sink), later));
      if (begun.isOpen()) {
        later.add(() -> start(this::awaitRest, this::flush));
      }
    }
    later.forEach(Runnable::run);
  }

  private void take(Item item, List<Runnable> later) {
    if (!begun.isContinuedBy(item)) {
      begun.take().ifPresent(parcel -> place(parcel, later));
      if (capacity() == 0) {
        later.add(() -> outcomes.heldBack(item, "no modem is free"));
        return;
      }
    }
    begun.add(item, now());
    if (begun.isWhole()) {
      begun.take().ifPresent(parcel -> place(parcel, later));
    }
  }

  /** What is to be done outside the guard is added to the list. */
  private void place(Parcel parcel, List<Runnable> later) {
    Optional<Lane> chosen = phase == Phase.OPEN ? choice.of(parcel, now()) : Optional.empty();
    chosen.ifPresentOrElse(
        lane -> {
          if (lane.offer(parcel)) {
            later.add(() -> start(new LaneWork(this, lane), () -> abandon(lane)));
          }
        },
        () -> later.add(() -> holdBack(parcel)));
  }

  private void holdBack(Parcel parcel) {
    parcel.items().forEach(item -> outcomes.heldBack(item, "no modem can send it now"));
  }

  void start(Runnable task, Runnable orElse) {
    try {
      around.threads().execute(task);
    } catch (RejectedExecutionException e) {
      orElse.run();
    }
  }

  /** The parts that come no more are held back by the pipeline; those that came go. */
  private void awaitRest() {
    try {
      synchronized (this) {
        while (begun.isOpen() && now().isBefore(begun.until()) && phase == Phase.OPEN) {
          wait(millisUntil(begun.until(), now()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    flush();
  }

  private void flush() {
    List<Runnable> later = new ArrayList<>();
    synchronized (this) {
      begun.take().ifPresent(parcel -> place(parcel, later));
    }
    later.forEach(Runnable::run);
  }

  /**
   * The next message of a modem's, once its pace lets it go; empty when it has no more, or may not
   * send any more: what waits for it then is given to others.
   */
  Optional<Parcel> next(Lane lane) throws InterruptedException {
    List<Runnable> later = new ArrayList<>();
    Optional<Parcel> next = Optional.empty();
    synchronized (this) {
      while (next.isEmpty() && lane.hasWaiting() && phase == Phase.OPEN && lane.isFit(now())) {
        Instant now = now();
        if (now.isBefore(lane.paceEnds())) {
          wait(millisUntil(lane.paceEnds(), now));
        } else {
          next = Optional.of(lane.begin(now));
        }
      }
      if (next.isEmpty()) {
        retire(lane, later);
      }
    }
    later.forEach(Runnable::run);
    return next;
  }

  /** Its work ends before its time. */
  void abandon(Lane lane) {
    List<Runnable> later = new ArrayList<>();
    synchronized (this) {
      lane.current().ifPresent(parcel -> later.add(() -> holdBack(parcel)));
      lane.end();
      retire(lane, later);
    }
    later.forEach(Runnable::run);
  }

  private void retire(Lane lane, List<Runnable> later) {
    lane.rest();
    lane.surrender().forEach(parcel -> place(parcel, later));
    notifyAll();
  }

  /** Tells what is settled. */
  Settlement tell(Parcel parcel, List<SendResult> results, Lane lane) {
    return Settlement.of(parcel, results, outcomes, lane.name());
  }

  /** Another modem gets what this one could not send. */
  void settled(
      Lane lane, Parcel parcel, Settlement settlement, BiConsumer<Settlement, Instant> account) {
    List<Runnable> later = new ArrayList<>();
    synchronized (this) {
      Instant now = now();
      account.accept(settlement, now);
      if (settlement.sent() > 0) {
        sticky.remember(parcel.destination().display(), lane.name(), now);
        Usage usage = lane.usage(now);
        later.add(() -> around.usage().write(settings.id(), lane.name(), usage));
      }
      lane.end();
      if (!settlement.left().isEmpty()) {
        place(parcel.rest(settlement.left(), lane.name()), later);
      }
      notifyAll();
    }
    later.forEach(Runnable::run);
  }

  /** Nothing new begins; what waits is held back. */
  void quiesce() {
    synchronized (this) {
      phase = Phase.STOPPING;
      notifyAll();
    }
    flush();
  }

  synchronized void assign(Lane lane, ModemDuty duty) {
    lane.assign(duty);
    notifyAll();
  }

  /** Waits for what is being sent. */
  void awaitIdle(Duration patience) {
    awaitNot(() -> lanes.stream().anyMatch(Lane::isRunning), patience);
  }

  void awaitIdle(Lane lane, Duration patience) {
    awaitNot(lane::isRunning, patience);
  }

  private synchronized void awaitNot(BooleanSupplier busy, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    try {
      while (left > 0 && busy.getAsBoolean()) {
        wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives the devices back; what is still being sent ends in doubt. */
  void close() {
    synchronized (this) {
      phase = Phase.STOPPED;
    }
    lanes.forEach(this::disconnect);
  }

  void disconnect(Lane lane) {
    Optional<Modem> modem;
    synchronized (this) {
      modem = lane.disconnect();
      notifyAll();
    }
    modem.ifPresent(Modem::close);
  }

  /** What a modem did not end though it was closed: an answer may still follow. */
  void cut() {
    List<Parcel> left;
    synchronized (this) {
      left = lanes.stream().flatMap(lane -> lane.current().stream()).toList();
    }
    left.forEach(
        parcel -> parcel.items().forEach(item -> outcomes.unknown(item, "the link was stopped")));
  }

  private Instant now() {
    return around.clock().instant();
  }
}
