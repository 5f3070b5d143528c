package io.chasqui.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * ESMEs at our SMPP server, which runs in another process: what those that behave feel of those
 * that do not, and whether its memory grows.
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

  @Option(names = "--seconds", description = "of each latency", defaultValue = "15")
  private int seconds;

  @Option(
      names = "--pdus",
      description = "both ways, over which memory is watched",
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
        GoodEsmes good = new GoodEsmes(server.port(), esmes - bad, window)) {
      measure(server, good);
    }
    return 0;
  }

  private List<Misbehaviour> ways() {
    return way.map(List::of).orElse(List.of(Misbehaviour.values()));
  }

  private void measure(StandInProcess server, GoodEsmes good)
      throws IOException, InterruptedException {
    Duration length = Duration.ofSeconds(seconds);
    good.submit(rate);
    good.during(length);
    Latencies alone = good.during(length);
    out.printf("  alone            %s%n", alone);
    try (BadEsmes others = new BadEsmes(server.port(), bad, ways(), pause)) {
      Latencies beside = good.during(length);
      out.printf("  beside the bad   %s%n", beside);
      out.printf(
          "  p99 is %.2f times what it is alone%n%n", beside.millis(0.99) / alone.millis(0.99));
      watchMemory(server, good);
      out.printf(
          "%nthe bad ones connected %,d times; the others: %s%n",
          others.connections(), good.harm());
    }
  }

  private void watchMemory(StandInProcess server, GoodEsmes good)
      throws IOException, InterruptedException {
    show(server, 0, "");
    show(server, pdus / 2, good.during(pdus / 2).toString());
    show(server, pdus, good.during(pdus - pdus / 2).toString());
  }

  private void show(StandInProcess server, long after, String latencies) throws IOException {
    out.printf("  %,11d PDUs  %s  %s%n", after, Footprint.of(server.ask("footprint")), latencies);
  }
}
