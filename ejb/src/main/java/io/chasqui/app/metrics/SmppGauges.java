package io.chasqui.app.metrics;

import io.chasqui.app.dispatch.Links;
import io.chasqui.domain.link.Bottleneck;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.Timings;
import io.chasqui.domain.receipt.DialectLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** One connector's figures, each read when it is asked for. */
final class SmppGauges {
  private static final double NANOS = 1e9;

  private final MetricRegistry registry;
  private final Tag connector;
  private final List<MetricID> registered = new ArrayList<>();

  private SmppGauges(MetricRegistry registry, ConnectorId id) {
    this.registry = registry;
    this.connector = new Tag("connector", id.value());
  }

  static SmppGauges register(
      MetricRegistry registry, ConnectorId id, Links links, Supplier<DialectLearner> learner) {
    SmppGauges gauges = new SmppGauges(registry, id);
    gauges.addStatus(() -> links.status(id));
    gauges.addFigures(() -> links.figures(id));
    gauges.addDialect(learner);
    return gauges;
  }

  void unregister() {
    registered.forEach(registry::remove);
  }

  private void addStatus(Supplier<LinkStatus> status) {
    add("bound_sessions", "Sessions bound now", status, LinkStatus::boundSessions);
    add("in_flight", "Submits waiting for an answer now", status, LinkStatus::inFlight);
  }

  private void addFigures(Supplier<LinkFigures> figures) {
    add("submits_total", "submit_sm written", figures, now -> out(now, "submit_sm"));
    add("answers_total", "submit_sm_resp read", figures, now -> in(now, "submit_sm_resp"));
    add("delivers_total", "deliver_sm read", figures, now -> in(now, "deliver_sm"));
    add("throttled_total", "Submits refused as too many", figures, LinkFigures::throttles);
    add("unknown_total", "Submits without an answer in time", figures, LinkFigures::unknown);
    add("late_answers_total", "Answers given up before", figures, LinkFigures::lateAnswers);
    add("octets_in_total", "Octets read", figures, LinkFigures::octetsIn);
    add("octets_out_total", "Octets written", figures, LinkFigures::octetsOut);
    add(
        "segments_per_second",
        "Segments a second allowed now; 0 = no limit",
        figures,
        LinkFigures::segmentsPerSecond);
    addTimings("window_wait", "Waiting for a free place", () -> figures.get().windowWait());
    addTimings("response", "From a submit to its answer", () -> figures.get().responseTime());
    for (Bottleneck each : Bottleneck.values()) {
      add(
          "limited_by",
          "1 for what keeps the link from being faster",
          figures,
          now -> now.bottleneck() == each ? 1 : 0,
          new Tag("limit", each.name().toLowerCase(Locale.ROOT)));
    }
  }

  private void addTimings(String name, String what, Supplier<Timings> timings) {
    for (String share : List.of("0.5", "0.99")) {
      add(
          name + "_seconds",
          what,
          timings,
          now -> now.quantile(Double.parseDouble(share)).toNanos() / NANOS,
          new Tag("quantile", share));
    }
    add(name + "_seconds_count", what + ": how many", timings, Timings::count);
    add(name + "_seconds_sum", what + ": in all", timings, now -> now.total().toNanos() / NANOS);
  }

  private void addDialect(Supplier<DialectLearner> learner) {
    add("receipts_matched_total", "Receipts matched", learner, DialectLearner::matches);
    add(
        "receipts_ambiguous_total",
        "Receipts whose id fitted several messages",
        learner,
        DialectLearner::ambiguities);
  }

  private <T, N extends Number> void add(
      String name, String what, Supplier<T> source, Function<T, N> value, Tag... more) {
    Tag[] tags = new Tag[more.length + 1];
    tags[0] = connector;
    System.arraycopy(more, 0, tags, 1, more.length);
    Metadata metadata =
        Metadata.builder().withName("chasqui_smpp_" + name).withDescription(what).build();
    registry.gauge(metadata, () -> value.apply(source.get()), tags);
    registered.add(new MetricID(metadata.getName(), tags));
  }

  private static long out(LinkFigures figures, String command) {
    return figures.pdusOut().getOrDefault(command, 0L);
  }

  private static long in(LinkFigures figures, String command) {
    return figures.pdusIn().getOrDefault(command, 0L);
  }
}
