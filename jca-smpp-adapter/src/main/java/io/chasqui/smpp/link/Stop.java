package io.chasqui.smpp.link;

import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;

/**
 * Stops links together, step by step, so that many take no longer than one: answers are waited for
 * during the grace, then two seconds are left to unbind.
 */
record Stop(Collection<SmppLink> links, LongSupplier nanos) {
  private static final Duration UNBIND_GRACE = Duration.ofSeconds(2);

  void within(Duration grace) {
    links.forEach(SmppLink::quiesce);
    long answers = nanos.getAsLong() + grace.toNanos();
    links.forEach(link -> link.awaitAnswers(until(answers)));
    links.forEach(SmppLink::unbind);
    long ends = nanos.getAsLong() + UNBIND_GRACE.toNanos();
    links.forEach(link -> link.awaitEnds(until(ends)));
    links.forEach(SmppLink::cut);
  }

  private Duration until(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - nanos.getAsLong()));
  }
}
