package io.chasqui.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The memory of a process.
 *
 * @param heap octets in use after a full collection
 * @param resident octets, as Linux counts them; 0 elsewhere
 */
record Footprint(long heap, long resident) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final double MEBI = 1 << 20;

  /** Of this process, before the collection what it resides in and after it what it uses. */
  static Footprint own() {
    long resident = ownResident();
    System.gc();
    return new Footprint(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), resident);
  }

  private static long ownResident() {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From {@link #line}. */
  static Footprint of(String line) {
    String[] words = line.split(" ");
    return new Footprint(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  String line() {
    return heap + " " + resident;
  }

  @Override
  public String toString() {
    return "heap after GC %7.1f MiB  resident %7.1f MiB".formatted(heap / MEBI, resident / MEBI);
  }
}
