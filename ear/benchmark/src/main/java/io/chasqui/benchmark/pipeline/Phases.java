package io.chasqui.benchmark.pipeline;

/**
 * How long each part of a measurement takes, in seconds.
 *
 * @param cold of the first messages on their way, 0 for none
 * @param warmUp of those that are not shown
 */
record Phases(int cold, int warmUp, int measured) {

  /** Shows the cold and the warm run; answers the warm one. */
  Outcome run(Experiment experiment, Report report, String title, Traffic traffic, int perSecond)
      throws InterruptedException {
    if (cold > 0) {
      report.add(experiment.run(title, "cold", traffic, Pace.seconds(cold).at(perSecond)));
    }
    if (warmUp > 0) {
      report.keep(experiment.run(title, "warming", traffic, Pace.seconds(warmUp).at(perSecond)));
    }
    Outcome warm = experiment.run(title, "warm", traffic, Pace.seconds(measured).at(perSecond));
    report.add(warm);
    return warm;
  }
}
