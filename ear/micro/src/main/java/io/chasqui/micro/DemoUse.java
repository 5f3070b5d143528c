package io.chasqui.micro;

import io.chasqui.micro.demo.Demo;
import java.time.Duration;

/** The demonstration, then either the end or a gateway to play with. */
record DemoUse(boolean once, Progress progress) implements Main.Use {
  /** From the start of the launcher, so that {@code demo --once} has ended within 120 s. */
  private static final Duration WITHIN = Duration.ofSeconds(100);

  private static final String EGRESS = "chasqui.egress.allow";
  private static final String LOOPBACK = "127.0.0.0/8";

  /** The demonstration's webhook is on this machine, where pushes must not go by default. */
  static void allowLoopbackPushes() {
    String given = LaunchSettings.lookUp(EGRESS);
    System.setProperty(
        EGRESS, given == null || given.isBlank() ? LOOPBACK : given + "," + LOOPBACK);
  }

  @Override
  public int with(Gateway gateway, StopSignal stop) throws Exception {
    Duration left = WITHIN.minus(progress.elapsed());
    try (Demo demo =
        new Demo(gateway.url(), gateway.adminPassword(), progress::say, left, stop.latch())) {
      String key = demo.play();
      progress.say("demo: complete");
      if (!once) {
        demo.tellWhatNext(key, gateway.adminPassword());
        stop.await();
      }
      return 0;
    }
  }
}
