package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process has used so far, as Linux counts it.
 *
 * @param cpuMicros processor time, user's and system's, to 10 ms
 * @param resident octets
 */
record Spent(long cpuMicros, long resident) {
  private static final long MICROS_A_TICK = 10_000;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  static Spent by(long pid) {
    try {
      // The name, in parentheses, may hold anything: the fields behind it are counted.
      String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
      return new Spent(ticks * MICROS_A_TICK, resident(pid));
    } catch (IOException e) {
      throw new UncheckedIOException("a measured process has ended", e);
    }
  }

  private static long resident(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }
}
