package io.chasqui.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A running SMSC. All methods may be called on any thread. */
public final class Simulator implements AutoCloseable {

  private final SimulatorOptions options;
  private final TrafficLog log;
  private final MessageIds ids = new MessageIds();
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Reception reception;
  private final FrontDoor door;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger reference = new AtomicInteger();
  private final Random random = new Random();
  private volatile boolean receiptsHeld;
  private final ScheduledThreadPoolExecutor schedule =
      new ScheduledThreadPoolExecutor(1, r -> Threads.daemon("simulator-mo", r));

  private Simulator(SimulatorOptions options, LinkWatcher watcher) throws IOException {
    this.options = options;
    this.log = new TrafficLog(options.logLimit());
    this.reception = new Reception(options.credentials(), this::account, watcher);
    this.door =
        new FrontDoor(InetAddress.getByName(options.host()), options.port(), reception::welcome);
    schedule.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  public static Simulator start(SimulatorOptions options) throws IOException {
    return start(options, LinkWatcher.NOBODY);
  }

  /**
   * Listens and serves until closed.
   *
   * @throws IOException when the address cannot be listened on: an unknown host, a taken port
   */
  public static Simulator start(SimulatorOptions options, LinkWatcher watcher) throws IOException {
    Simulator simulator = new Simulator(options, watcher);
    simulator.door.open();
    options.mo().ifPresent(simulator::repeat);
    return simulator;
  }

  private Account account(String systemId) {
    return accounts.computeIfAbsent(
        systemId,
        s -> {
          Account account = new Account(s, options, ids, log);
          account.holdReceipts(receiptsHeld);
          return account;
        });
  }

  /** Keeps receipts back until told otherwise; those that come due meanwhile gather. */
  public void holdReceipts(boolean wanted) {
    receiptsHeld = wanted;
    accounts.values().forEach(account -> account.holdReceipts(wanted));
  }

  /** The port listened on, the one chosen when the options say 0. */
  public int port() {
    return door.port();
  }

  public TrafficLog log() {
    return log;
  }

  /** The binds that are up. */
  public List<BoundSession> sessions() {
    return reception.bound().stream().map(EsmeSession::describe).toList();
  }

  /**
   * Sends a message to one of the binds that may receive, each in its turn, the parts of a long one
   * to the same. Tried once.
   *
   * @return the command_status answered, the first error among the parts if any; or failed with
   *     {@link IllegalStateException} when nobody is bound to receive, {@link LinkLostException}
   *     when the link ended first, TimeoutException when no answer came within the receipts'
   *     timeout
   */
  public CompletableFuture<Integer> inject(MobileOriginated message) {
    List<EsmeSession> receivers =
        reception.bound().stream().filter(EsmeSession::canReceive).toList();
    if (receivers.isEmpty()) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("no ESME is bound as receiver or transceiver"));
    }
    EsmeSession receiver = receivers.get(Math.floorMod(turn.getAndIncrement(), receivers.size()));
    return message.parts(reference.incrementAndGet()).stream()
        .map(part -> receiver.deliver(part, options.receipts().timeout()))
        .reduce((all, next) -> all.thenCombine(next, (a, b) -> a == CommandStatus.OK ? b : a))
        .orElseThrow()
        .whenComplete((status, failure) -> count(status));
  }

  private void count(Integer status) {
    if (status != null && status == CommandStatus.OK) {
      log.messageOriginated();
    }
  }

  private void repeat(MoSchedule mo) {
    Runnable once =
        Threads.reporting(
            () -> {
              inject(mo.message());
              repeat(mo);
            });
    schedule.schedule(once, mo.every().draw(random), TimeUnit.MILLISECONDS);
  }

  /**
   * Cuts every TCP connection at once, without unbind; new ones are welcome.
   *
   * @return how many there were
   */
  public int dropLinks() {
    return reception.drop();
  }

  /** Refuses new connections; those there are stay. */
  public void pause() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Accepts connections again, on the same port.
   *
   * @throws UncheckedIOException when something else listens there by now
   */
  public void resume() {
    try {
      door.open();
    } catch (IOException e) {
      throw new UncheckedIOException("port " + door.port() + ": " + e.getMessage(), e);
    }
  }

  /** Unbinds and closes all links; answers and receipts still due are forgotten. */
  @Override
  public void close() {
    schedule.shutdownNow();
    pause();
    reception.farewell();
    accounts.values().forEach(Account::close);
  }
}
