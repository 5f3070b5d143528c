package io.chasqui.app.webhooks;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** One client's deliveries between the outbox and the outbox: waiting, under way, unrecorded. */
final class Lane {
  private final String clientId;
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();
  private int underWay;
  private boolean moreInOutbox;
  private boolean silent;

  Lane(String clientId) {
    this.clientId = clientId;
  }

  String clientId() {
    return clientId;
  }

  boolean knows(Delivery delivery) {
    return known.contains(delivery.id());
  }

  int knownCount() {
    return known.size();
  }

  void add(Collection<Delivery> deliveries, boolean more) {
    waiting.addAll(deliveries);
    deliveries.forEach(delivery -> known.add(delivery.id()));
    moreInOutbox = more;
  }

  void moreInOutbox() {
    moreInOutbox = true;
  }

  boolean isShort(int bound) {
    return waiting.size() < bound;
  }

  boolean isHungry(int bound) {
    return moreInOutbox && isShort(bound);
  }

  /** An endpoint that lets us wait gets one request at a time until it answers again. */
  boolean mayStart(int bound) {
    return !waiting.isEmpty() && underWay < (silent ? 1 : bound);
  }

  Delivery start() {
    underWay++;
    return waiting.remove();
  }

  void ended(boolean answered) {
    underWay--;
    silent = !answered;
  }

  /** The outbox has what became of it. */
  void forget(Delivery delivery) {
    known.remove(delivery.id());
  }

  void drop() {
    waiting.forEach(this::forget);
    waiting.clear();
    moreInOutbox = false;
  }

  boolean isEmpty() {
    return known.isEmpty() && !moreInOutbox && !silent;
  }
}
