package io.chasqui.smpp.link;

import static org.awaitility.Awaitility.await;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.smpp.wire.Wire;
import io.chasqui.smpp.wire.WireLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Links on real sockets whose time passes when the test says so. */
final class LinksByHand implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final AtomicLong now = new AtomicLong();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Wire wire = new Wire(2, threads, now::get, WireLimits.STANDARD);

  final SmppLinks links =
      new SmppLinks(
          new Surroundings(
              Clock.systemUTC(),
              now::get,
              RandomGenerator.getDefault(),
              threads,
              events -> {},
              wire,
              new ConnectRate(ConnectRate.STANDARD)));

  /** Time passes, then what is due by it begins. */
  void pass(Duration time) {
    now.addAndGet(time.toNanos());
    links.tick();
  }

  int bound(Collection<ConnectorId> ids) {
    return ids.stream().mapToInt(id -> links.status(id).boundSessions()).sum();
  }

  int underWay(Collection<ConnectorId> ids) {
    return ids.stream().mapToInt(id -> links.status(id).inFlight()).sum();
  }

  void until(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(2)).until(condition);
  }

  @Override
  public void close() {
    links.stopAll(Duration.ZERO);
    wire.stop(Duration.ofSeconds(1));
    threads.shutdownNow();
  }
}
