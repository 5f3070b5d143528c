package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A whole gateway with its database and broker between a carrier, a client and a web server, each
 * in a process of its own: what it carries, what that costs, and that nothing is lost. Where Kannel
 * is installed, the same through it.
 */
@Command(
    name = "pipeline",
    description = "A whole gateway, and Kannel beside it where there is one.")
public final class PipelineBenchmark implements Callable<Integer> {
  @Option(names = "--seconds", description = "of each measurement", defaultValue = "6")
  private int seconds;

  @Option(names = "--warm-up", description = "seconds before it, not shown", defaultValue = "5")
  private int warmUp;

  @Option(names = "--cold", description = "seconds of the cold figures", defaultValue = "2")
  private int cold;

  @Option(
      names = "--only",
      split = ",",
      description = "these only: ${COMPLETION-CANDIDATES}; all unless given")
  private List<Scenario> only = List.of(Scenario.values());

  @Option(names = "--delay", description = "ms until the carrier answers", defaultValue = "0")
  private long delay;

  @Option(names = "--no-kannel", description = "not even where it is installed")
  private boolean withoutKannel;

  @Option(names = "--java-options", description = "of the gateway's JVM, e.g. to record a profile")
  private Optional<String> javaOptions = Optional.empty();

  @Option(names = "--json", description = "a file for all figures")
  private Optional<Path> json = Optional.empty();

  private final Report report = new Report(System.out);

  @Override
  public Integer call() throws IOException, InterruptedException {
    Phases phases = new Phases(cold, warmUp, seconds);
    try (Peer smsc = Peer.start("smsc", "pipeline-smsc", List.of("--delay=" + delay));
        Peer sink = Peer.start("sink", "pipeline-sink", List.of())) {
      ChasquiRuns ours = measureOurs(smsc, sink, phases);
      if (!withoutKannel) {
        measureKannel(ours, smsc, sink, phases);
      }
    }
    if (json.isPresent()) {
      report.write(json.get());
    }
    return report.hasLosses() ? 1 : 0;
  }

  private ChasquiRuns measureOurs(Peer smsc, Peer sink, Phases phases)
      throws IOException, InterruptedException {
    Path script = Path.of(System.getProperty("chasqui.script", "./chasqui"));
    try (ChasquiGateway gateway = ChasquiGateway.start(script, javaOptions)) {
      Stage stage = Stage.set(gateway.administrator(), smsc.port(), sink.port());
      ChasquiRuns runs = new ChasquiRuns(gateway, stage, smsc, sink, phases, report);
      report.head();
      for (Scenario scenario : only) {
        runs.run(scenario);
      }
      return runs;
    }
  }

  private void measureKannel(ChasquiRuns ours, Peer smsc, Peer sink, Phases phases)
      throws IOException, InterruptedException {
    if (!Kannel.isInstalled()) {
      System.out.printf("%nKannel is not installed; on Debian: apt-get install kannel%n");
      return;
    }
    try (Kannel kannel = Kannel.start(smsc.port(), sink.port())) {
      KannelRuns theirs = new KannelRuns(kannel, smsc, sink, phases, report);
      for (Scenario scenario : only) {
        theirs.run(scenario);
      }
      System.out.println();
      only.forEach(scenario -> compare(scenario, ours, theirs));
    }
  }

  private void compare(Scenario scenario, ChasquiRuns ours, KannelRuns theirs) {
    ours.warm(scenario)
        .ifPresent(
            our -> theirs.warm(scenario).ifPresent(their -> report.compare(scenario, our, their)));
  }
}
