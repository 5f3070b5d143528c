package io.chasqui.app.outbox;

import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.esme.SystemId;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** A lane, and a thread, for each account that is there and has something waiting. */
final class EsmeLanes {
  private record Running(EsmeLane lane, Thread thread) {}

  private static final System.Logger LOG = System.getLogger("io.chasqui.esme");

  private final Map<SystemId, Running> running = new HashMap<>();

  /** Accounts whose outbox is no lane's to read now. */
  private final Set<SystemId> withheld = new HashSet<>();

  /** Those of them that are to have a lane afterwards. */
  private final Set<SystemId> waiting = new HashSet<>();

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
    } else if (withheld.contains(account)) {
      waiting.add(account);
    } else if (open) {
      start(account);
    }
  }

  /** Something done with an account's outbox; whom it has given something to. */
  @FunctionalInterface
  interface Move {
    Optional<SystemId> run() throws SQLException;
  }

  /**
   * Does it while no lane reads the account's outbox, so that nothing is both given to its ESME and
   * taken from it. Does nothing when a lane is at work.
   */
  Optional<SystemId> whileUnread(SystemId account, Move move) throws SQLException {
    if (!withhold(account)) {
      return Optional.empty();
    }
    try {
      return move.run();
    } finally {
      giveBack(account);
    }
  }

  private synchronized boolean withhold(SystemId account) {
    return !running.containsKey(account) && withheld.add(account);
  }

  private synchronized void giveBack(SystemId account) {
    withheld.remove(account);
    if (waiting.remove(account)) {
      wake(account);
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
    Thread thread = threads.newThread(() -> run(lane));
    thread.setName("chasqui-esme-" + account);
    running.put(account, new Running(lane, thread));
    thread.start();
  }

  private void run(EsmeLane lane) {
    try {
      lane.run();
    } catch (Error e) {
      LOG.log(
          Level.ERROR,
          "esme " + lane.account() + ": its deliveries have ended, they begin again within 15 s",
          e);
    } finally {
      forget(lane);
    }
  }

  /** However it ended: the next call starts another. */
  private synchronized void forget(EsmeLane lane) {
    Running known = running.get(lane.account());
    if (known != null && known.lane() == lane) {
      running.remove(lane.account());
    }
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
