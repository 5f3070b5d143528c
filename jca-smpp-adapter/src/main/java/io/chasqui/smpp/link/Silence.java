package io.chasqui.smpp.link;

import io.chasqui.domain.link.SmppTimers;
import io.chasqui.smpp.wire.WireSession;
import java.util.Optional;

/** Watches a bound session's silence: asks whether the peer is there, and says when it is over. */
final class Silence {
  private final SmppTimers timers;
  private volatile long lastMessage;
  private boolean enquiring;

  Silence(SmppTimers timers, long now) {
    this.timers = timers;
    this.lastMessage = now;
  }

  /** A message or an answer, either way; enquiries are none. */
  void onMessage(long now) {
    lastMessage = now;
  }

  /** Why the session is to be ended, if it is. */
  Optional<String> watch(WireSession wire, long now) {
    long silent = now - wire.lastRead();
    long idle = timers.enquireLink().toNanos();
    if (silent >= idle + timers.response().toNanos()) {
      return Optional.of("no answer to enquire_link");
    }
    enquire(wire, silent >= idle);
    return isInactive(now)
        ? Optional.of("no message for %d s".formatted(timers.inactivity().toSeconds()))
        : Optional.empty();
  }

  private void enquire(WireSession wire, boolean due) {
    if (due && !enquiring) {
      wire.enquire();
    }
    enquiring = due;
  }

  private boolean isInactive(long now) {
    return !timers.inactivity().isZero() && now - lastMessage >= timers.inactivity().toNanos();
  }
}
