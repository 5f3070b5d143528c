package io.chasqui.app.outbox;

import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.esme.EsmeServerFigures;
import io.chasqui.domain.esme.EsmeSession;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An SMPP server whose ESMEs live in this process: a window each, answers as a test wishes, told on
 * a thread of its own like the adapter's.
 */
public final class EsmesInMemory implements EsmeServer {
  /** Never answers. */
  public static final Function<EsmeDelivery, DeliveryOutcome> SILENT = delivery -> null;

  /** Takes everything. */
  public static final Function<EsmeDelivery, DeliveryOutcome> OBEDIENT =
      delivery -> new DeliveryOutcome.Taken(delivery.id());

  private record Handed(EsmeDelivery delivery, Consumer<DeliveryOutcome> sink) {}

  private final ExecutorService wire = Executors.newSingleThreadExecutor();
  private final Map<SystemId, Integer> windows = new HashMap<>();
  private final Map<SystemId, List<Handed>> underWay = new HashMap<>();
  private final Set<SystemId> transmitters = new HashSet<>();
  private final AtomicReference<Error> failure = new AtomicReference<>();
  private volatile Function<EsmeDelivery, DeliveryOutcome> answer = OBEDIENT;

  public final List<EsmeDelivery> handedOver = new CopyOnWriteArrayList<>();
  public final List<String> disconnected = new CopyOnWriteArrayList<>();
  public final List<EsmeAccount> updated = new CopyOnWriteArrayList<>();

  /** A receiving session with a window. */
  public synchronized void bind(SystemId account, int window) {
    windows.put(account, window);
    notifyAll();
  }

  public synchronized void bindTransmitter(SystemId account) {
    transmitters.add(account);
  }

  /** The session ends; what it has not answered gets its outcome. */
  public synchronized void unbind(SystemId account) {
    windows.remove(account);
    for (Handed each : under(account)) {
      each.sink().accept(new DeliveryOutcome.Unanswered(each.delivery().id()));
    }
    underWay.remove(account);
  }

  public void answering(Function<EsmeDelivery, DeliveryOutcome> newAnswer) {
    answer = newAnswer;
  }

  /** Whoever asks for capacity next is met by an error. */
  public void failing(Error error) {
    failure.set(error);
  }

  @Override
  public synchronized int awaitCapacity(SystemId account, Duration patience)
      throws InterruptedException {
    Error error = failure.getAndSet(null);
    if (error != null) {
      throw error;
    }
    long end = System.nanoTime() + patience.toNanos();
    long rest = patience.toMillis();
    while (free(account) == 0 && rest > 0) {
      wait(rest);
      rest = (end - System.nanoTime()) / 1_000_000;
    }
    return free(account);
  }

  @Override
  public synchronized void deliver(
      SystemId account, List<EsmeDelivery> batch, Consumer<DeliveryOutcome> sink) {
    for (EsmeDelivery delivery : batch) {
      if (free(account) == 0) {
        sink.accept(new DeliveryOutcome.NotSent(delivery.id()));
      } else {
        Handed handed = new Handed(delivery, sink);
        underWay.computeIfAbsent(account, each -> new ArrayList<>()).add(handed);
        handedOver.add(delivery);
        wire.execute(() -> answer(account, handed));
      }
    }
  }

  private void answer(SystemId account, Handed handed) {
    DeliveryOutcome outcome = answer.apply(handed.delivery());
    if (outcome != null && land(account, handed)) {
      handed.sink().accept(outcome);
    }
  }

  private synchronized boolean land(SystemId account, Handed handed) {
    notifyAll();
    return under(account).remove(handed);
  }

  private int free(SystemId account) {
    return windows.getOrDefault(account, 0) - under(account).size();
  }

  private List<Handed> under(SystemId account) {
    return underWay.getOrDefault(account, new ArrayList<>());
  }

  @Override
  public synchronized List<EsmeSession> sessions() {
    List<EsmeSession> sessions = new ArrayList<>();
    windows.keySet().forEach(each -> sessions.add(session(each, BindType.TRANSCEIVER)));
    transmitters.forEach(each -> sessions.add(session(each, BindType.TRANSMITTER)));
    return sessions;
  }

  private static EsmeSession session(SystemId account, BindType type) {
    return new EsmeSession(
        account.value().hashCode(),
        account,
        type,
        0x34,
        InetAddress.getLoopbackAddress(),
        false,
        Instant.EPOCH,
        0,
        0,
        0);
  }

  @Override
  public int listen(EsmeListenerSettings settings) {
    return settings.port();
  }

  @Override
  public void stop(Duration grace) {
    close();
  }

  @Override
  public void update(EsmeAccount account) {
    updated.add(account);
  }

  @Override
  public EsmeServerFigures figures() {
    return EsmeServerFigures.NONE;
  }

  @Override
  public void trace(SystemId account, TraceMode mode) {
    // nothing to see in memory
  }

  @Override
  public TraceMode traceMode(SystemId account) {
    return TraceMode.OFF;
  }

  @Override
  public List<TracedPdu> recent(SystemId account) {
    return List.of();
  }

  @Override
  public int disconnect(SystemId account, String reason) {
    disconnected.add("%s: %s".formatted(account, reason));
    unbind(account);
    return 1;
  }

  @Override
  public boolean disconnect(long session, String reason) {
    disconnected.add("%d: %s".formatted(session, reason));
    return true;
  }

  @Override
  public void close() {
    wire.shutdownNow();
  }
}
