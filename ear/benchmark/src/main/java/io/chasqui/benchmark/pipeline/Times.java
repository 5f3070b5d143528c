package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.Latencies;

/** Milliseconds that so many of a hundred messages took at most. */
record Times(double p50, double p95, double p99) {
  static final Times NONE = new Times(Double.NaN, Double.NaN, Double.NaN);

  static Times of(Latencies latencies) {
    return new Times(latencies.millis(0.5), latencies.millis(0.95), latencies.millis(0.99));
  }

  static Times of(String line) {
    String[] words = line.split(" ");
    return new Times(
        Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }

  String line() {
    return p50 + " " + p95 + " " + p99;
  }
}
