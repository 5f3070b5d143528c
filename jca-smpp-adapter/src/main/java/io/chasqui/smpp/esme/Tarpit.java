package io.chasqui.smpp.esme;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Makes guessing slow: who has failed to bind some times is answered later and later. A minute
 * without a failure is forgiven.
 */
final class Tarpit {
  private static final int FREE_FAILURES = 3;
  private static final Duration STEP = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration FORGIVEN = Duration.ofMinutes(1);
  private static final int ADDRESSES = 10_000;

  private record Failures(int count, long last) {}

  private final LongSupplier nanos;
  private final Map<InetAddress, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        /** The address that failed first is forgotten first; an attacker's come again at once. */
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Failures> eldest) {
          return size() > ADDRESSES;
        }
      };

  Tarpit(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Counts a failure; how long its answer is to wait. */
  synchronized Duration failed(InetAddress peer) {
    long now = nanos.getAsLong();
    Failures before = failures.remove(peer);
    int count = before == null || isForgiven(before, now) ? 1 : before.count() + 1;
    failures.put(peer, new Failures(count, now));
    return delay(count);
  }

  private static boolean isForgiven(Failures failures, long now) {
    return now - failures.last() >= FORGIVEN.toNanos();
  }

  private static Duration delay(int count) {
    long steps = Math.max(0, count - FREE_FAILURES);
    return STEP.multipliedBy(Math.min(steps, LONGEST.dividedBy(STEP)));
  }
}
