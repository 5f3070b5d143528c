package io.chasqui.app.operations;

/**
 * The gateway is about to stop, and everything still works: whoever has something in flight
 * finishes it now. (By the time of {@code @PreDestroy} the server has taken connection factories
 * and data source away.) Told once, observers in the order of their priority.
 */
public record GatewayStopping() {
  /** Nothing new comes in. */
  public static final int INTAKE = 100;

  /** What was taken in is in its connector's queue, or waits. */
  public static final int ROUTING = 150;

  /** What the links have under way gets its outcome. */
  public static final int DISPATCH = 200;

  /** What the links told and brought is written down, or waits on the broker. */
  public static final int RECORDS = 250;

  /** Pushes under way get their answer. */
  public static final int WEBHOOKS = 300;
}
