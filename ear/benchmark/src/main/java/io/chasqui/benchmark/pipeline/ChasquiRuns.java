package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scenarios through our gateway. */
final class ChasquiRuns {
  private static final int HALF_OF_THE_TARGET = 2_500;
  private static final int ONE_NOW_AND_THEN = 20;
  private static final int BULK = 100;

  private final ChasquiGateway gateway;
  private final Stage stage;
  private final Peer smsc;
  private final Peer sink;
  private final Phases phases;
  private final Report report;
  private final Experiment experiment;
  private final Map<Scenario, Outcome> warm = new EnumMap<>(Scenario.class);

  ChasquiRuns(
      ChasquiGateway gateway, Stage stage, Peer smsc, Peer sink, Phases phases, Report report) {
    this.gateway = gateway;
    this.stage = stage;
    this.smsc = smsc;
    this.sink = sink;
    this.phases = phases;
    this.report = report;
    this.experiment = new Experiment(gateway);
  }

  /** The warm outcome, once it has run. */
  Optional<Outcome> warm(Scenario scenario) {
    return Optional.ofNullable(warm.get(scenario));
  }

  void run(Scenario scenario) throws IOException, InterruptedException {
    switch (scenario) {
      case SMPP -> esme(scenario, 0);
      case HALF -> esme(scenario, halfTheRate());
      case REST -> http(scenario, rest(stage.plainKey(), 16), 0, smsc);
      case PUSHED -> http(scenario, rest(stage.pushedKey(), 16), 0, smsc, sink);
      case BULK -> http(scenario, bulk(), 0, smsc);
      case LONE -> http(scenario, rest(stage.plainKey(), 1), ONE_NOW_AND_THEN, smsc);
      case MO -> {
        Traffic incoming = new Traffic(smsc, "send " + stage.number(), List.of(sink));
        measure(scenario, incoming, 0);
      }
    }
  }

  private int halfTheRate() {
    return warm(Scenario.SMPP)
        .map(outcome -> (int) outcome.perSecond() / 2)
        .orElse(HALF_OF_THE_TARGET);
  }

  private void esme(Scenario scenario, int perSecond) throws IOException, InterruptedException {
    List<String> options =
        List.of("--port=" + gateway.smppPort(), "--system-id=" + stage.account());
    try (Peer esme = Peer.start("load", "pipeline-esme", options)) {
      measure(scenario, Traffic.from(esme, smsc, esme), perSecond);
    }
  }

  private List<String> rest(String key, int connections) {
    return List.of(
        "--port=" + gateway.port(), "--form=ONE", "--key=" + key, "--connections=" + connections);
  }

  private List<String> bulk() {
    List<String> options = new ArrayList<>();
    options.add("--port=" + gateway.port());
    options.addAll(List.of("--form=BULK", "--key=" + stage.plainKey(), "--messages=" + BULK));
    return options;
  }

  private void http(Scenario scenario, List<String> options, int perSecond, Peer... receivers)
      throws IOException, InterruptedException {
    try (Peer client = Peer.start("load", "pipeline-http", options)) {
      measure(scenario, Traffic.from(client, receivers), perSecond);
    }
  }

  private void measure(Scenario scenario, Traffic traffic, int perSecond)
      throws InterruptedException {
    warm.put(scenario, phases.run(experiment, report, scenario.title(), traffic, perSecond));
  }
}
