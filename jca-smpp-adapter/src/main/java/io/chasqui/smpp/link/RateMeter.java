package io.chasqui.smpp.link;

/** Counts what went in the last second, to the tenth. Not safe for several threads. */
final class RateMeter {
  private static final int SLICES = 10;
  private static final long SLICE_NANOS = 100_000_000;

  private final int[] slices = new int[SLICES];
  private long newest;

  RateMeter(long now) {
    newest = now / SLICE_NANOS;
  }

  void count(int segments, long now) {
    turnTo(now);
    slices[(int) Math.floorMod(newest, (long) SLICES)] += segments;
  }

  int lastSecond(long now) {
    turnTo(now);
    int sum = 0;
    for (int slice : slices) {
      sum += slice;
    }
    return sum;
  }

  private void turnTo(long now) {
    long slice = now / SLICE_NANOS;
    for (long each = Math.max(newest + 1, slice - SLICES + 1); each <= slice; each++) {
      slices[(int) Math.floorMod(each, (long) SLICES)] = 0;
    }
    newest = Math.max(newest, slice);
  }
}
