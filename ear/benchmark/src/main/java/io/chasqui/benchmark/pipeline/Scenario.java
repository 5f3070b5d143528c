package io.chasqui.benchmark.pipeline;

/** The ways through the gateway that are measured. */
enum Scenario {
  SMPP("smpp to smpp"),
  HALF("smpp, half the rate"),
  REST("rest to smpp"),
  PUSHED("rest, webhooks"),
  BULK("rest, 100 a request"),
  MO("mo to webhook"),
  LONE("a lone message");

  private final String title;

  Scenario(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
