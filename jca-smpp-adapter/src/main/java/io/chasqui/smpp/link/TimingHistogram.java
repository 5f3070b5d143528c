package io.chasqui.smpp.link;

import io.chasqui.domain.link.Timings;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/** Counts durations by size, from a millisecond to a minute. */
final class TimingHistogram {
  private static final long[] BOUNDS =
      LongStream.of(
              1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000)
          .map(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
  private final LongAdder total = new LongAdder();

  TimingHistogram() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  void record(long nanos) {
    int i = 0;
    while (i < BOUNDS.length && nanos > BOUNDS[i]) {
      i++;
    }
    counts[i].increment();
    total.add(nanos);
  }

  Timings timings() {
    SortedMap<Duration, Long> upTo = new TreeMap<>();
    long all = counts[BOUNDS.length].sum();
    for (int i = 0; i < BOUNDS.length; i++) {
      long count = counts[i].sum();
      upTo.put(Duration.ofNanos(BOUNDS[i]), count);
      all += count;
    }
    return new Timings(all, Duration.ofNanos(total.sum()), upTo);
  }
}
