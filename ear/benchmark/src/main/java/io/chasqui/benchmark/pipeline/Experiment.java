package io.chasqui.benchmark.pipeline;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs traffic through a contender, one run after the other, and measures each. */
final class Experiment {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long GLANCE_MILLIS = 500;

  /** A gateway that takes less of one processor than this has nothing left to do. */
  private static final double QUIET = 0.06;

  private static final int GLANCES = 40;

  private final Contender contender;
  private int runs;

  Experiment(Contender contender) {
    this.contender = contender;
  }

  Outcome run(String scenario, String temperature, Traffic traffic, Pace pace)
      throws InterruptedException {
    int run = ++runs;
    traffic.sender().begin(run);
    traffic.receivers().forEach(receiver -> receiver.begin(run));
    Map<String, Spent> before = spent(traffic);
    Sent sent = traffic.sender().send(traffic.words(), pace);
    awaitArrival(traffic, sent);
    awaitQuiet();
    return outcome(scenario, temperature, traffic, sent, before);
  }

  /** Until all has arrived, or nothing more has for long: a backlog is late and not lost. */
  private static void awaitArrival(Traffic traffic, Sent sent) throws InterruptedException {
    int wanted = sent.accepted() * traffic.receivers().size();
    int before = -1;
    int now = arrived(traffic, sent);
    while (now < wanted && now > before) {
      int seen = now;
      Scratch.await(PATIENCE, () -> arrived(traffic, sent) > seen);
      before = seen;
      now = arrived(traffic, sent);
    }
  }

  private static int arrived(Traffic traffic, Sent sent) {
    return traffic.receivers().stream()
        .mapToInt(receiver -> Math.min(receiver.count().distinct(), sent.accepted()))
        .sum();
  }

  /** Until what the messages leave to do is done too: records, receipts nobody waits for. */
  private void awaitQuiet() throws InterruptedException {
    long used = cpuOfContender();
    for (int i = 0; i < GLANCES; i++) {
      Scratch.pass(GLANCE_MILLIS);
      long now = cpuOfContender();
      if (now - used < QUIET * TimeUnit.MILLISECONDS.toMicros(GLANCE_MILLIS)) {
        return;
      }
      used = now;
    }
  }

  private long cpuOfContender() {
    return contender.processes().values().stream()
        .mapToLong(pid -> Spent.by(pid).cpuMicros())
        .sum();
  }

  private Map<String, Spent> spent(Traffic traffic) {
    Map<String, Long> processes = new LinkedHashMap<>(contender.processes());
    processes.put(traffic.sender().name(), traffic.sender().pid());
    traffic.receivers().forEach(receiver -> processes.put(receiver.name(), receiver.pid()));
    Map<String, Spent> spent = new LinkedHashMap<>();
    processes.forEach((name, pid) -> spent.put(name, Spent.by(pid)));
    return spent;
  }

  private Outcome outcome(
      String scenario, String temperature, Traffic traffic, Sent sent, Map<String, Spent> before) {
    double messages = Math.max(1, sent.accepted());
    Map<String, Double> cpu = new LinkedHashMap<>();
    Map<String, Long> resident = new LinkedHashMap<>();
    double compiling = 0;
    for (var now : spent(traffic).entrySet()) {
      Spent was = before.get(now.getKey());
      cpu.put(now.getKey(), (now.getValue().cpuMicros() - was.cpuMicros()) / messages);
      resident.put(now.getKey(), now.getValue().resident());
      if (contender.processes().containsKey(now.getKey())) {
        compiling += (now.getValue().compilingMicros() - was.compilingMicros()) / messages;
      }
    }
    Arrivals arrivals = Arrivals.of(traffic, sent);
    return new Outcome(
        scenario,
        temperature,
        sent,
        (arrivals.last() - sent.started()) / 1e9,
        traffic.receivers().get(0).times(),
        cpu,
        compiling,
        resident,
        contender.heap(),
        contender.processes().keySet(),
        arrivals.missing(),
        arrivals.repeated());
  }

  private record Arrivals(long last, int missing, int repeated) {
    static Arrivals of(Traffic traffic, Sent sent) {
      long last = sent.started() + 1;
      int missing = 0;
      int repeated = 0;
      for (Peer receiver : traffic.receivers()) {
        Tally.Count count = receiver.count();
        last = Math.max(last, count.last());
        missing += Math.max(0, sent.accepted() - count.distinct());
        repeated += count.again();
      }
      return new Arrivals(last, missing, repeated);
    }
  }
}
