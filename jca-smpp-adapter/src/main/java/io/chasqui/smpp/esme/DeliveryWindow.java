package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeDelivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The deliveries of one session that wait for the ESME's answer. */
final class DeliveryWindow {

  /** One delivery, and who wants to know what became of it. */
  record Pending(long id, Consumer<DeliveryOutcome> sink, long at) {}

  private final Map<Integer, Pending> pending = new LinkedHashMap<>();
  private int size;
  private boolean closed;

  DeliveryWindow(int size) {
    this.size = size;
  }

  /** Fewer places than are taken: none is free until enough have been answered. */
  synchronized void resize(int to) {
    size = to;
  }

  synchronized int free() {
    return closed ? 0 : Math.max(0, size - pending.size());
  }

  synchronized boolean isEmpty() {
    return pending.isEmpty();
  }

  /** False when there is no place. */
  synchronized boolean reserve(
      int sequence, EsmeDelivery delivery, Consumer<DeliveryOutcome> sink, long now) {
    if (free() == 0) {
      return false;
    }
    pending.put(sequence, new Pending(delivery.id(), sink, now));
    return true;
  }

  /** Whose answer it is; empty for one that nobody waits for. */
  synchronized Optional<Pending> answered(int sequence) {
    return Optional.ofNullable(pending.remove(sequence));
  }

  /** Takes out those that have waited too long; the eldest are first. */
  synchronized List<Pending> overdue(long now, Duration timeout) {
    List<Pending> late = new ArrayList<>();
    Iterator<Pending> each = pending.values().iterator();
    while (each.hasNext()) {
      Pending one = each.next();
      if (now - one.at() < timeout.toNanos()) {
        break;
      }
      each.remove();
      late.add(one);
    }
    return late;
  }

  /** No more answers will come. Returns those that have none. */
  synchronized List<Pending> close() {
    closed = true;
    List<Pending> lost = List.copyOf(pending.values());
    pending.clear();
    return lost;
  }
}
