package io.chasqui.app.dispatch;

import io.chasqui.domain.message.MessageId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one connector's link gives back to the head of its queue: from the refusal until it is
 * durable there, and for as long as the peer wants a pause, nothing younger may go.
 */
final class Returns {
  private final Clock clock;
  private final Set<InFlightChunk> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<MessageId, Long> places = new HashMap<>();
  private Instant heldUntil = Instant.MIN;
  private long count;
  private long nextPlace;

  Returns(Clock clock) {
    this.clock = clock;
  }

  /** Something of this envelope comes back. Called on the wire's threads. */
  synchronized void expect(InFlightChunk envelope, Duration hold) {
    count++;
    underWay.add(envelope);
    Instant until = clock.instant().plus(hold);
    heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
  }

  /**
   * What comes back of this envelope waits at the head of the queue.
   *
   * @param itsPlaces of those that do
   */
  synchronized void arrived(InFlightChunk envelope, Map<MessageId, Long> itsPlaces) {
    underWay.remove(envelope);
    places.putAll(itsPlaces);
    notifyAll();
  }

  /** The place in the queue of a message that leaves it for the first time. */
  synchronized long nextPlace() {
    return nextPlace++;
  }

  /** The places of all that came back; forgets them. */
  synchronized Map<MessageId, Long> takePlaces() {
    Map<MessageId, Long> taken = Map.copyOf(places);
    places.clear();
    return taken;
  }

  /** How many times something came back: by that one sees whether more did. */
  synchronized long count() {
    return count;
  }

  /**
   * Waits until the next may go.
   *
   * @return the count then; empty when patience ran out
   */
  synchronized OptionalLong awaitClear(Duration patience) throws InterruptedException {
    Instant end = clock.instant().plus(patience);
    long left = patience.toMillis();
    while (left > 0 && !isClear()) {
      wait(underWay.isEmpty() ? Math.min(left, millisTo(heldUntil)) : left);
      left = Duration.between(clock.instant(), end).toMillis();
    }
    return isClear() ? OptionalLong.of(count) : OptionalLong.empty();
  }

  private boolean isClear() {
    return underWay.isEmpty() && !clock.instant().isBefore(heldUntil);
  }

  private long millisTo(Instant moment) {
    return Math.max(1, Duration.between(clock.instant(), moment).toMillis());
  }
}
