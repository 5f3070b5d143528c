package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process has used so far, as Linux counts it.
 *
 * @param cpuMicros processor time, user's and system's, to 10 ms
 * @param compilingMicros the share of it in which a JVM compiled: less the longer it runs
 * @param resident octets
 */
record Spent(long cpuMicros, long compilingMicros, long resident) {
  private static final long MICROS_A_TICK = 10_000;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  /** The JVM's names for its threads, as far as Linux keeps them. */
  private static final List<String> COMPILERS = List.of("(C1 Compiler", "(C2 Compiler");

  static Spent by(long pid) {
    Path process = Path.of("/proc/" + pid);
    try {
      String line = Files.readString(process.resolve("stat"));
      return new Spent(cpu(line), compiling(process), resident(process));
    } catch (IOException e) {
      throw new UncheckedIOException("a measured process has ended", e);
    }
  }

  /** The name, in parentheses, may hold anything: the fields behind it are counted. */
  private static long cpu(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * MICROS_A_TICK;
  }

  private static long compiling(Path process) throws IOException {
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      return threads
          .map(thread -> stat(thread.resolve("stat")))
          .filter(stat -> COMPILERS.stream().anyMatch(stat::contains))
          .mapToLong(Spent::cpu)
          .sum();
    }
  }

  /** Empty when the thread has just ended. */
  private static String stat(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return "";
    }
  }

  private static long resident(Path process) throws IOException {
    try (Stream<String> lines = Files.lines(process.resolve("status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }
}
