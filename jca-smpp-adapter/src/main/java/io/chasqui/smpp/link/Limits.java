package io.chasqui.smpp.link;

import io.chasqui.domain.link.Bottleneck;

/** What held a link up of late: one look a tick, the most frequent of a hundred counts. */
final class Limits {
  private static final int LOOKS = 100;

  private final Bottleneck[] seen = new Bottleneck[LOOKS];
  private int next;

  synchronized void look(Bottleneck now) {
    seen[next] = now;
    next = (next + 1) % LOOKS;
  }

  synchronized Bottleneck most() {
    int[] counts = new int[Bottleneck.values().length];
    Bottleneck most = Bottleneck.IDLE;
    for (Bottleneck each : seen) {
      if (each != null && ++counts[each.ordinal()] > counts[most.ordinal()]) {
        most = each;
      }
    }
    return most;
  }
}
