package io.chasqui.app.messaging;

/** The use cases' way to a test's broker. */
public final class BrokerOf {
  private BrokerOf() {}

  public static Broker workers(Workers workers) {
    Broker broker = new Broker();
    broker.workers = workers;
    return broker;
  }
}
