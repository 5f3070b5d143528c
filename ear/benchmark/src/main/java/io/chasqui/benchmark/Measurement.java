package io.chasqui.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a contender run warm, then counts and takes the time, the wall's and the processors'. */
record Measurement(Duration warmUp, Duration length) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  Result of(Contender contender) throws InterruptedException {
    pass(warmUp);
    long start = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    long accepted = contender.accepted();
    long receipts = contender.receipts();
    pass(length);
    accepted = contender.accepted() - accepted;
    receipts = contender.receipts() - receipts;
    cpu = SYSTEM.getProcessCpuTime() - cpu;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(accepted / seconds, receipts / seconds, cpu / 1e3 / Math.max(1, accepted));
  }

  private static void pass(Duration time) throws InterruptedException {
    new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
