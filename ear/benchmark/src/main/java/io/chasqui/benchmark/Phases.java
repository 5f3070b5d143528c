package io.chasqui.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * All phases of one kind: what the ESMEs that behave felt in them, and what they cost the server.
 */
final class Phases {
  /** For what the phase before has left behind; not measured. */
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private final StandInProcess server;
  private final GoodEsmes good;
  private final Latencies all = new Latencies();
  private final List<Latencies> each = new ArrayList<>();
  private Effort effort = Effort.NONE;

  Phases(StandInProcess server, GoodEsmes good) {
    this.server = server;
    this.good = good;
  }

  /** Measures one more phase. */
  void measure(Duration length) throws IOException, InterruptedException {
    good.during(SETTLING);
    Effort before = serverEffort();
    Latencies measured = good.during(length);
    effort = effort.plus(serverEffort().since(before));
    each.add(measured);
    all.addAll(measured);
  }

  private Effort serverEffort() throws IOException {
    return Effort.of(server.ask("effort"));
  }

  /** Of all phases. */
  double millis(double quantile) {
    return all.millis(quantile);
  }

  /** Of each phase, in their order. */
  List<Double> eachMillis(double quantile) {
    return each.stream().map(one -> one.millis(quantile)).toList();
  }

  @Override
  public String toString() {
    return "%s%n    the server: %s".formatted(all, effort);
  }
}
