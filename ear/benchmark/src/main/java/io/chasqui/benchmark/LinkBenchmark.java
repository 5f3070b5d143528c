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
 * Our link beside plain jSMPP, each over one bind with the same number of submits under way,
 * against the same SMSC in another process. They take turns; of each, the round that cost less
 * counts.
 */
@Command(name = "link", description = "One SMPP bind: our link beside plain jSMPP.")
final class LinkBenchmark implements Callable<Integer> {
  private static final List<Scenario> SCENARIOS =
      List.of(
          new Scenario("an SMSC that answers at once", List.of()),
          new Scenario("at once, receipts flow back", List.of("--receipts")),
          new Scenario("an SMSC that answers after 50 ms", List.of("--delay=50")),
          new Scenario("after 50 ms, receipts flow back", List.of("--delay=50", "--receipts")));

  private record Scenario(String name, List<String> options) {}

  private interface Start {
    Contender on(int port) throws IOException;
  }

  @Option(names = "--window", description = "submits under way", defaultValue = "100")
  private int window;

  @Option(names = "--seconds", description = "of each measurement", defaultValue = "5")
  private int seconds;

  @Option(names = "--rounds", description = "of each contender", defaultValue = "2")
  private int rounds;

  @Option(names = "--scenario", description = "this one only: 1-4; all of them unless given")
  private Optional<Integer> only = Optional.empty();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException, InterruptedException {
    out.printf(
        "one bind, window %d; jSMPP: %d threads in submitShortMessage; ours: one sending thread%n",
        window, window);
    List<Scenario> wanted =
        only.map(number -> List.of(SCENARIOS.get(number - 1))).orElse(SCENARIOS);
    for (Scenario scenario : wanted) {
      try (StandInProcess smsc = new StandInProcess("stand-in", scenario.options())) {
        compare(scenario, smsc.port());
      }
    }
    return 0;
  }

  private void compare(Scenario scenario, int port) throws IOException, InterruptedException {
    Result jsmpp = measure(at -> new BlockingJsmpp(at, window), port);
    Result chasqui = measure(at -> new ChasquiLink(at, window), port);
    for (int round = 1; round < rounds; round++) {
      jsmpp = jsmpp.better(measure(at -> new BlockingJsmpp(at, window), port));
      chasqui = chasqui.better(measure(at -> new ChasquiLink(at, window), port));
    }
    out.printf("%n%s%n  jSMPP    %s%n  Chasqui  %s%n", scenario.name(), jsmpp, chasqui);
    out.printf(
        "  %.2f times the messages at %.0f %% of the CPU a message%n",
        chasqui.perSecond() / jsmpp.perSecond(), 100 * chasqui.cpuMicros() / jsmpp.cpuMicros());
  }

  private Result measure(Start start, int port) throws IOException, InterruptedException {
    Duration length = Duration.ofSeconds(seconds);
    try (Contender contender = start.on(port)) {
      return new Measurement(length, length).of(contender);
    }
  }
}
