package io.chasqui.smpp.link;

import io.chasqui.domain.link.SmppPeer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How often all links together connect to one peer: so many at once, and as many a second after
 * that. A hundred sessions cut at once come back one after the other, not as an attack.
 */
public final class ConnectRate {
  /** Ten: carriers have been seen to block addresses that connect more often. */
  public static final int STANDARD = 10;

  private final long burst = Duration.ofSeconds(1).toNanos();
  private final long interval;
  private final Map<SmppPeer, Long> usedUpTo = new ConcurrentHashMap<>();

  /**
   * @param perSecond connections to one peer, 1 or more
   */
  public ConnectRate(int perSecond) {
    interval = burst / perSecond;
  }

  /** Whether one may connect now; if so, that is counted. */
  boolean take(SmppPeer peer, long now) {
    AtomicBoolean given = new AtomicBoolean();
    usedUpTo.compute(peer, (each, until) -> count(until, now, given));
    return given.get();
  }

  private long count(Long until, long now, AtomicBoolean given) {
    long from = until == null || until - now < 0 ? now : until;
    given.set(from - now <= burst - interval);
    return given.get() ? from + interval : from;
  }
}
