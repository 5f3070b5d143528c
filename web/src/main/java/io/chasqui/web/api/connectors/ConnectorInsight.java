package io.chasqui.web.api.connectors;

import io.chasqui.app.options.Words;
import io.chasqui.app.receipts.CarrierReading;
import io.chasqui.domain.link.LinkFigures;
import io.chasqui.domain.link.Timings;
import io.chasqui.domain.receipt.DialectLearner;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;

/** What is seen of an SMPP connector at work, in JSON. */
final class ConnectorInsight {
  private static final double NANOS_A_MILLISECOND = 1e6;

  private ConnectorInsight() {}

  static JsonObject figures(LinkFigures figures) {
    return Json.createObjectBuilder()
        .add("submitted", figures.pdusOut().getOrDefault("submit_sm", 0L))
        .add("answered", figures.pdusIn().getOrDefault("submit_sm_resp", 0L))
        .add("throttled", figures.throttles())
        .add("unknown", figures.unknown())
        .add("late_answers", figures.lateAnswers())
        .add("window_wait_ms", milliseconds(figures.windowWait()))
        .add("response_ms", milliseconds(figures.responseTime()))
        .add("segments_per_second", figures.segmentsPerSecond())
        .add("limited_by", Words.of(figures.bottleneck()))
        .build();
  }

  private static JsonObject milliseconds(Timings timings) {
    return Json.createObjectBuilder()
        .add("p50", milliseconds(timings.quantile(0.5)))
        .add("p99", milliseconds(timings.quantile(0.99)))
        .build();
  }

  private static double milliseconds(Duration time) {
    return time.toNanos() / NANOS_A_MILLISECOND;
  }

  /** How receipts spell ids: as set or to be learnt, and what was learnt. */
  static JsonObject dialect(CarrierReading reading) {
    DialectLearner learner = reading.learner();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("mode", reading.setting().dialect().map(Words::of).orElse("auto"));
    learner
        .locked()
        .ifPresentOrElse(
            learnt -> json.add("learnt", Words.of(learnt)), () -> json.addNull("learnt"));
    return json.add("matches", learner.matches())
        .add("contradictions", learner.contradictions())
        .add("ambiguities", learner.ambiguities())
        .add("report", learner.report())
        .build();
  }
}
