package io.chasqui.modem.pool;

import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.ModemSettings;
import io.chasqui.domain.link.PoolSettings;
import io.chasqui.domain.modem.BreakerState;
import io.chasqui.domain.modem.ModemCounts;
import io.chasqui.domain.modem.ModemDuty;
import io.chasqui.domain.modem.ModemReport;
import io.chasqui.domain.modem.ModemStatus;
import io.chasqui.modem.device.Modem;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One modem of a pool, what it has in hand, and whether it may have more. Guarded by its pool. */
final class Lane {
  /** Messages that may wait for the SIM their recipient knows. */
  private static final int MOST_WAITING = 5;

  private final ModemSettings settings;
  private final PoolSettings pool;
  private final Breaker breaker;
  private final Pace pace;
  private final Quota quota;
  private final Deque<Parcel> waiting = new ArrayDeque<>();

  /** As its modem told last: a modem is never asked while the pool is guarded. */
  private volatile ModemStatus status;

  private volatile Optional<Modem> modem = Optional.empty();
  private Optional<Parcel> current = Optional.empty();
  private volatile ModemDuty duty = ModemDuty.IN_SERVICE;
  private boolean running;
  private Instant lastUse = Instant.MIN;
  private long sent;
  private long failed;
  private long inDoubt;

  static Lane of(ModemSettings modem, ModemLinkSettings link, PoolSurroundings around) {
    Usage usage = around.usage().read(link.id(), modem.name());
    return new Lane(modem, link.pool(), usage, around.clock().instant());
  }

  Lane(ModemSettings settings, PoolSettings pool, Usage usage, Instant now) {
    this.status = ModemStatus.starting(now);
    this.settings = settings;
    this.pool = pool;
    this.breaker = new Breaker(pool.failures(), pool.pause());
    this.pace = new Pace(settings.sim().segmentsPerMinute());
    this.quota = new Quota(settings.sim(), pool.zone(), usage);
  }

  String name() {
    return settings.name();
  }

  ModemSettings settings() {
    return settings;
  }

  Optional<Modem> modem() {
    return modem;
  }

  void connect(Modem opened) {
    modem = Optional.of(opened);
  }

  /** Called on the modem's threads, outside the pool's guard. */
  void observed(ModemStatus next) {
    status = next;
  }

  Optional<Modem> disconnect() {
    Optional<Modem> closed = modem;
    modem = Optional.empty();
    return closed;
  }

  ModemDuty duty() {
    return duty;
  }

  void assign(ModemDuty next) {
    duty = next;
  }

  /** Whether it may send, were it not for its pace. */
  boolean isFit(Instant now) {
    return duty == ModemDuty.IN_SERVICE
        && modem.isPresent()
        && status.state().maySend()
        && (current.isPresent() || breaker.permits(now))
        && quota.permits(now)
        && !isQuiet(now);
  }

  /** Whether it would send at once. */
  boolean isFree(Instant now) {
    return isFit(now) && isIdle() && pace.permits(now);
  }

  boolean isIdle() {
    return !running && current.isEmpty() && waiting.isEmpty();
  }

  /** Whether one more may wait for it. */
  boolean hasRoom(Instant now) {
    return isFit(now) && waiting.size() < MOST_WAITING;
  }

  /** When it may be free by itself; empty when only an event can make it so. */
  Optional<Instant> wakes(Instant now) {
    return Stream.of(breaker.pauseEnds(), pace.next())
        .filter(now::isBefore)
        .min(Comparator.naturalOrder());
  }

  /** When its next may go. */
  Instant paceEnds() {
    return pace.next();
  }

  /** Digits of the longest of its prefixes that the number begins with; 0 when none fits. */
  int affinity(String number) {
    return settings.sim().prefixes().stream()
        .filter(number::startsWith)
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  long wear(Instant now) {
    return quota.usage(now).thisMonth();
  }

  Instant lastUse() {
    return lastUse;
  }

  /**
   * @return whether its work has to be started
   */
  boolean offer(Parcel parcel) {
    waiting.add(parcel);
    boolean starts = !running;
    running = true;
    return starts;
  }

  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  Parcel begin(Instant now) {
    Parcel parcel = waiting.remove();
    current = Optional.of(parcel);
    lastUse = now;
    pace.take(parcel.items().size(), now);
    breaker.begins();
    return parcel;
  }

  /** The message in hand has its outcomes. */
  void end() {
    current = Optional.empty();
  }

  void rest() {
    running = false;
  }

  boolean isRunning() {
    return running;
  }

  Optional<Parcel> current() {
    return current;
  }

  /** All that waits, taken from it. */
  List<Parcel> surrender() {
    List<Parcel> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  void count(int segments, Instant now) {
    sent += segments;
    breaker.succeeded();
    quota.count(segments, now);
  }

  Usage usage(Instant now) {
    return quota.usage(now);
  }

  /**
   * @param segments that it failed to send
   * @return whether it is left alone from now on
   */
  boolean failed(int segments, Instant now) {
    failed += segments;
    return breaker.failed(now);
  }

  boolean doubted(int segments, Instant now) {
    inDoubt += segments;
    return breaker.failed(now);
  }

  /** It ended in a way that says nothing of the modem; nothing goes before this. */
  void ended(Instant holdUntil) {
    breaker.ended();
    pace.hold(holdUntil);
  }

  /** As the modem said last. */
  ModemStatus status() {
    return status;
  }

  /** Parts it has in hand. */
  int segments() {
    return Stream.concat(current.stream(), waiting.stream())
        .mapToInt(parcel -> parcel.items().size())
        .sum();
  }

  ModemReport report(Instant now) {
    Usage usage = quota.usage(now);
    return new ModemReport(
        name(),
        settings.wire().device(),
        status,
        duty,
        breaker.state(now),
        hold(now),
        waiting.size() + (current.isPresent() ? 1 : 0),
        new ModemCounts(usage.today(), usage.thisMonth(), sent, failed, inDoubt));
  }

  private String hold(Instant now) {
    if (breaker.state(now) == BreakerState.OPEN) {
      return "failed %d times in a row; tries again at %s"
          .formatted(pool.failures(), breaker.pauseEnds());
    }
    if (isQuiet(now)) {
      return "quiet until " + settings.sim().quiet().orElseThrow().until();
    }
    return quota.hold(now);
  }

  private boolean isQuiet(Instant now) {
    LocalTime time = LocalTime.ofInstant(now, pool.zone());
    return settings.sim().quiet().filter(hours -> hours.contains(time)).isPresent();
  }
}
