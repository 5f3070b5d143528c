package io.chasqui.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The server's memory while PDUs come and go. */
record MemoryWatch(StandInProcess server, GoodEsmes good, PrintStream out) {
  private static final int SAMPLES = 12;

  /** Prints it from time to time, and what the last third of the samples is beside the first. */
  void over(long pdus) throws IOException, InterruptedException {
    List<Footprint> samples = new ArrayList<>();
    for (int i = 1; i <= SAMPLES; i++) {
      Latencies latencies = good.during(pdus * i / SAMPLES - pdus * (i - 1) / SAMPLES);
      Footprint sample = Footprint.of(server.ask("footprint"));
      samples.add(sample);
      out.printf("  %,11d PDUs  %s  %s%n", pdus * i / SAMPLES, sample, latencies);
    }
    double first = heap(samples.subList(0, SAMPLES / 3));
    double last = heap(samples.subList(SAMPLES - SAMPLES / 3, SAMPLES));
    out.printf("  heap after GC, last third to first: %.3f%n", last / first);
  }

  private static double heap(List<Footprint> samples) {
    return samples.stream().mapToLong(Footprint::heap).average().orElseThrow();
  }
}
