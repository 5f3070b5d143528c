package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.smpp.threads.Signal;
import io.chasqui.smpp.wire.Pdu;
import io.chasqui.smpp.wire.PduTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One account's sessions, its limits, and what goes to any of its receivers. */
final class AccountSessions {
  private final EsmeSurroundings around;
  private final Signal capacity;
  private final Presence presence;
  private final PduTrace trace;
  private final Object deliveries = new Object();
  private final List<BoundEsme> sessions = new CopyOnWriteArrayList<>();
  private volatile Rate rate;
  private int turn;

  AccountSessions(SystemId account, EsmeSurroundings around) {
    this.around = around;
    this.capacity = new Signal(around.nanos());
    this.presence = new Presence(account, this::isReceiving, around);
    this.trace = new PduTrace(around.clock());
    this.rate = new Rate(0, around.now());
  }

  /** Gives the session a seat; false when all are taken. The latest bind's limits count. */
  synchronized boolean admit(BoundEsme esme, EsmeAccount account) {
    update(account);
    return sessions.size() < account.maxBinds() && sessions.add(esme);
  }

  /** A session has been told that it is bound: it may be delivered to. */
  void opened() {
    capacity.changed();
    presence.mayHaveChanged();
  }

  /** Frees the session's seat; does nothing the second time. */
  synchronized void leave(BoundEsme esme) {
    if (sessions.remove(esme)) {
      presence.mayHaveChanged();
    }
  }

  synchronized void update(EsmeAccount account) {
    if (rate.perSecond() != account.submitsPerSecond()) {
      rate = new Rate(account.submitsPerSecond(), around.now());
    }
    sessions.forEach(esme -> esme.update(account));
  }

  boolean takeSubmits(int count) {
    return rate.take(count, around.now());
  }

  PduTrace trace() {
    return trace;
  }

  List<BoundEsme> sessions() {
    return List.copyOf(sessions);
  }

  private boolean isReceiving() {
    return sessions.stream().anyMatch(BoundEsme::isReceiving);
  }

  /** A place has become free. */
  void capacityChanged() {
    capacity.changed();
  }

  int awaitCapacity(Duration patience) throws InterruptedException {
    capacity.await(() -> free() > 0, patience, () -> 0);
    return free();
  }

  private int free() {
    return sessions.stream().mapToInt(BoundEsme::free).sum();
  }

  /** One call after the other, so that what is handed over first leaves first. */
  void deliver(List<EsmeDelivery> batch, Consumer<DeliveryOutcome> sink) {
    List<EsmeDelivery> notSent = new ArrayList<>();
    synchronized (deliveries) {
      Map<BoundEsme, List<Pdu>> pdus = new LinkedHashMap<>();
      for (EsmeDelivery delivery : batch) {
        Optional<BoundEsme> to = reserve(delivery, sink, pdus);
        if (to.isEmpty()) {
          notSent.add(delivery);
        }
      }
      pdus.forEach(BoundEsme::write);
    }
    notSent.forEach(one -> EsmeDeliveries.report(sink, new DeliveryOutcome.NotSent(one.id())));
  }

  private Optional<BoundEsme> reserve(
      EsmeDelivery delivery, Consumer<DeliveryOutcome> sink, Map<BoundEsme, List<Pdu>> pdus) {
    Optional<BoundEsme> to = freest();
    while (to.isPresent()) {
      Optional<Pdu> pdu = to.get().reserve(delivery, sink);
      if (pdu.isPresent()) {
        pdus.computeIfAbsent(to.get(), each -> new ArrayList<>()).add(pdu.get());
        return to;
      }
      to = freest();
    }
    return to;
  }

  /** The session with the most free places; those alike take turns. */
  private Optional<BoundEsme> freest() {
    BoundEsme best = null;
    int most = 0;
    List<BoundEsme> all = sessions();
    turn++;
    for (int i = 0; i < all.size(); i++) {
      BoundEsme one = all.get(Math.floorMod(turn + i, all.size()));
      int free = one.free();
      if (free > most) {
        best = one;
        most = free;
      }
    }
    return Optional.ofNullable(best);
  }
}
