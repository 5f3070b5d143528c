package io.chasqui.smpp.link;

import io.chasqui.domain.link.LinkState;
import java.time.Clock;
import java.time.Instant;

/** Remembers when the present state began. */
final class StateHistory {
  private final Clock clock;
  private LinkState state;
  private Instant since;

  StateHistory(LinkState first, Clock clock) {
    this.clock = clock;
    this.state = first;
    this.since = clock.instant();
  }

  synchronized void enter(LinkState now) {
    if (now != state) {
      state = now;
      since = clock.instant();
    }
  }

  synchronized Instant since(LinkState now) {
    enter(now);
    return since;
  }
}
