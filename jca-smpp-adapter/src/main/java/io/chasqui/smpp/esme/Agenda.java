package io.chasqui.smpp.esme;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;

/** What is to be done later; done by the server's clock, so to a tenth of a second. */
final class Agenda {
  private record Item(long due, Runnable task) {}

  private final LongSupplier nanos;
  private final PriorityQueue<Item> items;

  Agenda(LongSupplier nanos) {
    this.nanos = nanos;
    // By the difference, as the clock may wrap.
    Comparator<Item> eldestFirst = (one, other) -> Long.signum(one.due() - other.due());
    items = new PriorityQueue<>(eldestFirst);
  }

  synchronized void in(Duration delay, Runnable task) {
    items.add(new Item(nanos.getAsLong() + delay.toNanos(), task));
  }

  void tick() {
    due().forEach(Runnable::run);
  }

  private synchronized List<Runnable> due() {
    long now = nanos.getAsLong();
    List<Runnable> due = new ArrayList<>();
    while (!items.isEmpty() && now - items.peek().due() >= 0) {
      due.add(items.remove().task());
    }
    return due;
  }
}
