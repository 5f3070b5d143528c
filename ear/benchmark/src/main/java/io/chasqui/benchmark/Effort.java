package io.chasqui.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/**
 * What a process has spent.
 *
 * @param cpuMillis of all its threads
 * @param pauses for collecting garbage
 * @param pauseMillis all of them together
 */
record Effort(long cpuMillis, long pauses, long pauseMillis) {
  static final Effort NONE = new Effort(0, 0, 0);
  private static final long NANOS_A_MILLI = 1_000_000;

  /** Of this process, since it began. */
  static Effort own() {
    long cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    return new Effort(
        cpu / NANOS_A_MILLI,
        collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum(),
        collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum());
  }

  /** From {@link #line}. */
  static Effort of(String line) {
    long[] numbers = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    return new Effort(numbers[0], numbers[1], numbers[2]);
  }

  String line() {
    return cpuMillis + " " + pauses + " " + pauseMillis;
  }

  Effort plus(Effort more) {
    return new Effort(
        cpuMillis + more.cpuMillis, pauses + more.pauses, pauseMillis + more.pauseMillis);
  }

  Effort since(Effort earlier) {
    return new Effort(
        cpuMillis - earlier.cpuMillis, pauses - earlier.pauses, pauseMillis - earlier.pauseMillis);
  }

  @Override
  public String toString() {
    return "CPU %,6d ms, %d GC pauses of %d ms in all".formatted(cpuMillis, pauses, pauseMillis);
  }
}
