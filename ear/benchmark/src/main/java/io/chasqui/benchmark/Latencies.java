package io.chasqui.benchmark;

import java.util.Arrays;

/** Times between submits and their answers, every one of them. Safe for several threads. */
final class Latencies {
  private static final double NANOS_A_MILLI = 1e6;

  private long[] nanos = new long[1 << 16];
  private int count;

  synchronized void add(long one) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = one;
  }

  void addAll(Latencies others) {
    for (long one : others.copy()) {
      add(one);
    }
  }

  private synchronized long[] copy() {
    return Arrays.copyOf(nanos, count);
  }

  /**
   * @param quantile 0-1
   * @return milliseconds; 0 when nothing was measured
   */
  synchronized double millis(double quantile) {
    Arrays.sort(nanos, 0, count);
    int rank = (int) Math.ceil(quantile * count);
    return count == 0 ? 0 : nanos[Math.max(0, rank - 1)] / NANOS_A_MILLI;
  }

  @Override
  public synchronized String toString() {
    return "%,9d submits  p50 %6.2f  p95 %6.2f  p99 %6.2f  p99.9 %7.2f  worst %7.2f ms"
        .formatted(count, millis(0.5), millis(0.95), millis(0.99), millis(0.999), millis(1));
  }
}
