package io.chasqui.modem.device;

import io.chasqui.domain.link.Segment;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.modem.device.SendResult.InDoubt;
import io.chasqui.modem.device.SendResult.Sent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The network of fake modems, which does as a test says. */
public final class Air implements ModemFactory {
  /** A segment, and the modem that sent it. */
  public record Transmission(String modem, Segment segment) {
    public String text() {
      return new String(segment.userData(), StandardCharsets.ISO_8859_1);
    }
  }

  private final List<FakeModem> modems = new ArrayList<>();
  private final List<Transmission> transmissions = new ArrayList<>();
  private final Map<String, Queue<SendResult>> scripts = new ConcurrentHashMap<>();
  private final AtomicInteger references = new AtomicInteger();
  private boolean holding;
  private ModemState newcomers = ModemState.READY;

  @Override
  public Modem open(ModemSurroundings around) {
    FakeModem modem = new FakeModem(around, this);
    ModemState state;
    synchronized (this) {
      modems.add(modem);
      state = newcomers;
    }
    modem.move(state, state == ModemState.READY ? "" : "it is away");
    return modem;
  }

  /** The next results of a modem, one for each segment; then all are sent again. */
  public void script(String modem, SendResult... results) {
    scripts.computeIfAbsent(modem, name -> new ConcurrentLinkedQueue<>()).addAll(List.of(results));
  }

  public synchronized void hold() {
    holding = true;
  }

  public synchronized void release() {
    holding = false;
    notifyAll();
  }

  /** All modems are gone; what they are sending is in doubt. */
  public void vanish() {
    List<FakeModem> all;
    synchronized (this) {
      newcomers = ModemState.ABSENT;
      all = List.copyOf(modems);
      all.forEach(FakeModem::interrupt);
      notifyAll();
    }
    all.forEach(modem -> modem.move(ModemState.ABSENT, "it is away"));
  }

  /** The modem of this name that was opened last. */
  public synchronized FakeModem modem(String name) {
    return modems.stream()
        .filter(modem -> modem.name().equals(name))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** By all modems, in their order. */
  public synchronized List<Transmission> transmissions() {
    return List.copyOf(transmissions);
  }

  public List<String> texts() {
    return transmissions().stream().map(Transmission::text).toList();
  }

  public List<String> senders() {
    return transmissions().stream().map(Transmission::modem).toList();
  }

  synchronized SendResult send(FakeModem modem, Segment segment) throws InterruptedException {
    transmissions.add(new Transmission(modem.name(), segment));
    notifyAll();
    modem.begin();
    while (holding && !modem.isInterrupted()) {
      wait();
    }
    if (modem.isInterrupted()) {
      return new InDoubt("it was closed");
    }
    SendResult scripted = scripts.getOrDefault(modem.name(), new ConcurrentLinkedQueue<>()).poll();
    return scripted == null ? new Sent("ref-" + references.incrementAndGet()) : scripted;
  }

  /** Waits for another transmission, or the end of what would make it. */
  public synchronized void awaitMoreThan(int count, CompletableFuture<?> maker) {
    maker.whenComplete((result, failure) -> wake());
    try {
      while (transmissions.size() <= count && !maker.isDone()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void wake() {
    notifyAll();
  }
}
