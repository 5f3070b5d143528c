package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scenarios Kannel knows too, through it. */
final class KannelRuns {
  private final Kannel kannel;
  private final Peer smsc;
  private final Peer sink;
  private final Phases phases;
  private final Report report;
  private final Experiment experiment;
  private final Map<Scenario, Outcome> warm = new EnumMap<>(Scenario.class);

  KannelRuns(Kannel kannel, Peer smsc, Peer sink, Phases phases, Report report) {
    this.kannel = kannel;
    this.smsc = smsc;
    this.sink = sink;
    // It is compiled beforehand: there is nothing to warm.
    this.phases = new Phases(0, 1, phases.measured());
    this.report = report;
    this.experiment = new Experiment(kannel);
  }

  /** The outcome, once it has run; one request a message stands for bulk too. */
  Optional<Outcome> warm(Scenario scenario) {
    return Optional.ofNullable(warm.get(scenario == Scenario.BULK ? Scenario.REST : scenario));
  }

  void run(Scenario scenario) throws IOException, InterruptedException {
    switch (scenario) {
      case REST -> http(scenario, "", smsc);
      case PUSHED -> http(scenario, "http%3A%2F%2F127.0.0.1%3A" + sink.port(), smsc, sink);
      case MO -> measure(scenario, new Traffic(smsc, "send 12345", List.of(sink)));
      default -> {
        // It speaks no SMPP to clients, and has neither bulk requests nor a reason to be idle.
      }
    }
  }

  private void http(Scenario scenario, String callbacks, Peer... receivers)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("--port=" + kannel.port(), "--form=KANNEL"));
    if (!callbacks.isEmpty()) {
      options.add("--key=" + callbacks);
    }
    try (Peer client = Peer.start("load", "pipeline-http", options)) {
      measure(scenario, Traffic.from(client, receivers));
    }
  }

  private void measure(Scenario scenario, Traffic traffic) throws InterruptedException {
    String title = "Kannel: " + scenario.title();
    warm.put(scenario, phases.run(experiment, report, title, traffic, 0));
  }
}
