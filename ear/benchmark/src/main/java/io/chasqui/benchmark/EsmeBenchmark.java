package io.chasqui.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * ESMEs at our SMPP server: what those that behave feel of those that do not, and whether its
 * memory grows. The server, those that behave and those that do not are a process each. Phases with
 * and without the bad ones take turns, so that whatever else the machine does is felt by both.
 */
@Command(
    name = "esmes",
    description = "ESMEs that behave, alone and beside others that do not; the server's memory.")
final class EsmeBenchmark implements Callable<Integer> {
  @Option(names = "--esmes", description = "bound at once", defaultValue = "200")
  private int esmes;

  @Option(names = "--bad", description = "of them that misbehave", defaultValue = "20")
  private int bad;

  @Option(names = "--rate", description = "submits a second, all together", defaultValue = "2000")
  private int rate;

  @Option(names = "--window", description = "of each ESME", defaultValue = "10")
  private int window;

  @Option(names = "--pause", description = "ms between misdeeds", defaultValue = "100")
  private long pause;

  @Option(names = "--rounds", description = "one phase alone, one beside", defaultValue = "5")
  private int rounds;

  @Option(names = "--seconds", description = "of each phase", defaultValue = "6")
  private int seconds;

  @Option(
      names = "--pdus",
      description = "both ways, over which memory is watched; 0: not at all",
      defaultValue = "1000000")
  private long pdus;

  @Option(names = "--way", description = "misbehave in this one only: ${COMPLETION-CANDIDATES}")
  private Optional<Misbehaviour> way = Optional.empty();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    out.printf(
        "%d ESMEs, %d of them misbehaving in %d ways; the others submit %,d/s, window %d%n%n",
        esmes, bad, ways().size(), rate, window);
    try (StandInProcess server = new StandInProcess("esme-server", List.of("--window=" + window));
        StandInProcess others = StandInProcess.yielding("bad-esmes", misbehaving(server.port()));
        GoodEsmes good = new GoodEsmes(server.port(), esmes - bad, window)) {
      good.submit(rate);
      good.during(Duration.ofSeconds(2L * seconds));
      compare(server, others, good);
      watchMemory(server, others, good);
      out.printf("%nthe others: %s%n", good.harm());
    }
    return 0;
  }

  private List<Misbehaviour> ways() {
    return way.map(List::of).orElse(List.of(Misbehaviour.values()));
  }

  private List<String> misbehaving(int port) {
    String names = ways().stream().map(Enum::name).collect(Collectors.joining(","));
    return List.of("--port=" + port, "--count=" + bad, "--pause=" + pause, "--ways=" + names);
  }

  private void compare(StandInProcess server, StandInProcess others, GoodEsmes good)
      throws IOException, InterruptedException {
    Phases alone = new Phases(server, good);
    Phases beside = new Phases(server, good);
    long connections = 0;
    for (int round = 0; round < rounds; round++) {
      alone.measure(Duration.ofSeconds(seconds));
      others.ask("begin");
      beside.measure(Duration.ofSeconds(seconds));
      connections += Long.parseLong(others.ask("end"));
    }
    out.printf("  alone           %s%n  beside the bad  %s%n", alone, beside);
    out.printf(
        "  p99 is %.2f times what it is alone (round by round: %s); %,d connections of the bad%n",
        beside.millis(0.99) / alone.millis(0.99), ratios(alone, beside), connections);
  }

  private static String ratios(Phases alone, Phases beside) {
    List<Double> before = alone.eachMillis(0.99);
    List<Double> after = beside.eachMillis(0.99);
    return IntStream.range(0, before.size())
        .mapToObj(round -> "%.2f".formatted(after.get(round) / before.get(round)))
        .collect(Collectors.joining(" "));
  }

  private void watchMemory(StandInProcess server, StandInProcess others, GoodEsmes good)
      throws IOException, InterruptedException {
    if (pdus > 0) {
      out.println();
      others.ask("begin");
      new MemoryWatch(server, good, out).over(pdus);
      others.ask("end");
    }
  }
}
