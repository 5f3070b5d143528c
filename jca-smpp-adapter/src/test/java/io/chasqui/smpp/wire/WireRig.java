package io.chasqui.smpp.wire;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

/** Event loops, a server that accepts every bind, and what it hears. */
final class WireRig implements ServerSessionListener, WireListener, AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(10);

  final List<WireSession> sessions = new CopyOnWriteArrayList<>();
  final List<Pdu> heard = new CopyOnWriteArrayList<>();
  final List<String> ends = new CopyOnWriteArrayList<>();
  final Wire wire;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  WireRig() {
    this(WireLimits.STANDARD);
  }

  WireRig(WireLimits limits) {
    wire = new Wire(1, threads, System::nanoTime, limits);
  }

  static ServerSettings anywhere() {
    return ServerSettings.at(new InetSocketAddress("127.0.0.1", 0));
  }

  WireServer serve(ServerSettings settings) throws IOException {
    return wire.listen(settings, this);
  }

  @Override
  public WireListener onConnection(WireSession session) {
    sessions.add(session);
    return this;
  }

  @Override
  public void onPdu(WireSession session, Pdu pdu) {
    heard.add(pdu);
    CommandId command = pdu.command().orElseThrow();
    if (command.isBind()) {
      session.bound();
      session.write(Pdu.of(command.response(), CommandStatus.OK, pdu.sequence()));
    }
  }

  @Override
  public void onClosed(WireSession session, String reason) {
    ends.add(reason);
  }

  WireSession session() {
    until(() -> !sessions.isEmpty());
    return sessions.get(0);
  }

  void until(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(condition);
  }

  boolean isIdle() {
    return ((ThreadPoolExecutor) threads).getActiveCount() == 0;
  }

  @Override
  public void close() {
    wire.stop(Duration.ofSeconds(2));
    threads.shutdownNow();
  }
}
