package io.chasqui.modem.pool;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.domain.modem.ModemDuty;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.ModemReport;
import io.chasqui.domain.modem.UnknownModemException;
import io.chasqui.modem.device.Modem;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All pools of the adapter, by connector. Safe for use by several threads. */
public final class ModemPools {
  /** For modems to end what they are doing once they are closed. */
  private static final Duration END_GRACE = Duration.ofSeconds(2);

  private final PoolSurroundings around;
  private final Map<ConnectorId, ModemPool> pools = new ConcurrentHashMap<>();

  public ModemPools(PoolSurroundings around) {
    this.around = around;
  }

  public void open(ModemLinkSettings settings) {
    ModemPool running = pools.get(settings.id());
    if (running != null && running.settings().equals(settings)) {
      return;
    }
    stop(List.of(settings.id()), END_GRACE);
    ModemPool opened = new ModemPool(settings, around);
    pools.put(settings.id(), opened);
    opened.lanes().forEach(opened::connect);
  }

  /** Stops these at the same time; returns within the grace and two seconds. */
  public void stop(Collection<ConnectorId> ids, Duration grace) {
    List<ModemPool> stopped = ids.stream().map(pools::get).filter(Objects::nonNull).toList();
    stopped.forEach(ModemPool::quiesce);
    awaitIdle(stopped, grace);
    stopped.forEach(ModemPool::close);
    awaitIdle(stopped, END_GRACE);
    stopped.forEach(ModemPool::cut);
    ids.forEach(pools::remove);
  }

  private static void awaitIdle(List<ModemPool> pools, Duration grace) {
    long end = System.nanoTime() + grace.toNanos();
    pools.forEach(pool -> pool.awaitIdle(Duration.ofNanos(end - System.nanoTime())));
  }

  public void stopAll(Duration grace) {
    stop(List.copyOf(pools.keySet()), grace);
  }

  public LinkStatus status(ConnectorId id) {
    return pool(id)
        .map(ModemPool::status)
        .orElseGet(() -> LinkStatus.stopped(around.clock().instant()));
  }

  public int awaitCapacity(ConnectorId id, Duration patience) throws InterruptedException {
    Optional<ModemPool> pool = pool(id);
    return pool.isPresent() ? pool.get().awaitCapacity(patience) : idle(patience);
  }

  /** A link that is not open has no capacity, so this waits its time out. */
  private synchronized int idle(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (left > 0) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    return 0;
  }

  public void submit(ConnectorId id, List<Segment> segments, OutcomeSink sink) {
    pool(id)
        .ifPresentOrElse(pool -> pool.submit(segments, sink), () -> holdBack(id, segments, sink));
  }

  private void holdBack(ConnectorId id, List<Segment> segments, OutcomeSink sink) {
    Outcomes outcomes = new Outcomes(id, around.clock());
    segments.forEach(
        segment -> outcomes.heldBack(new Parcel.Item(segment, sink), "the link is not open"));
  }

  public List<ModemReport> modems(ConnectorId id) {
    return pool(id).map(ModemPool::report).orElse(List.of());
  }

  public void assign(ConnectorId id, String modem, ModemDuty duty) {
    ModemPool pool = pool(id).orElseThrow(() -> new UnknownModemException(modem));
    new Duties(pool).assign(pool.lane(modem), duty);
  }

  /**
   * @throws UnknownModemException when there is none
   * @throws ModemRefusedException while its device is given back
   */
  public Modem modem(ConnectorId id, String modem) {
    return pool(id)
        .map(pool -> pool.lane(modem))
        .orElseThrow(() -> new UnknownModemException(modem))
        .modem()
        .orElseThrow(() -> new ModemRefusedException("it is in maintenance"));
  }

  public void trace(ConnectorId id, TraceMode mode) {
    open(id).forEach(modem -> modem.trace(mode));
  }

  /** Of all its modems, oldest first. */
  public List<TracedPdu> recent(ConnectorId id) {
    return open(id).stream()
        .flatMap(modem -> modem.recent().stream())
        .sorted(Comparator.comparing(TracedPdu::at))
        .toList();
  }

  private List<Modem> open(ConnectorId id) {
    return pool(id).stream()
        .flatMap(pool -> pool.lanes().stream())
        .flatMap(lane -> lane.modem().stream())
        .toList();
  }

  private Optional<ModemPool> pool(ConnectorId id) {
    return Optional.ofNullable(pools.get(id));
  }
}
