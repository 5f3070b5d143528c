package io.chasqui.app.outbox;

import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.esme.SystemId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** A lane, and a thread, for each account that is there and has something waiting. */
final class EsmeLanes {
  private record Running(EsmeLane lane, Thread thread) {}

  private final Map<SystemId, Running> running = new HashMap<>();
  private final Supplier<EsmeServer> server;
  private final DeliveryTable table;
  private final Clock clock;
  private final ThreadFactory threads;
  private boolean open = true;

  EsmeLanes(Supplier<EsmeServer> server, DeliveryTable table, Clock clock, ThreadFactory threads) {
    this.server = server;
    this.table = table;
    this.clock = clock;
    this.threads = threads;
  }

  /** Has the account's outbox looked at now. */
  synchronized void wake(SystemId account) {
    Running known = running.get(account);
    if (known != null) {
      known.lane().wake();
    } else if (open) {
      start(account);
    }
  }

  synchronized boolean isRunning(SystemId account) {
    return running.containsKey(account);
  }

  /** Ends all lanes; what is under way has {@code grace} to be answered. */
  void stop(Duration grace) {
    List<Running> stopped = close();
    stopped.forEach(each -> each.lane().stop(grace));
    for (Running each : stopped) {
      join(each.thread(), grace);
    }
  }

  private synchronized List<Running> close() {
    open = false;
    List<Running> all = new ArrayList<>(running.values());
    running.clear();
    return all;
  }

  private void start(SystemId account) {
    EsmeLane lane = new EsmeLane(account, server.get(), table, clock, this::retire);
    Thread thread = threads.newThread(lane);
    thread.setName("chasqui-esme-" + account);
    running.put(account, new Running(lane, thread));
    thread.start();
  }

  private synchronized boolean retire(EsmeLane lane) {
    if (lane.hasNews()) {
      return false;
    }
    running.remove(lane.account());
    return true;
  }

  private static void join(Thread thread, Duration grace) {
    try {
      thread.join(grace.plusSeconds(2).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
