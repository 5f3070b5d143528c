package io.chasqui.micro;

import java.time.Duration;
import java.util.List;

/**
 * {@code run}: the gateway in the foreground until a signal. {@code demo [--once]}: the same, shown
 * at work.
 */
public final class Main {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private Main() {}

  public static void main(String[] arguments) {
    int code = run(List.of(arguments));
    System.out.flush();
    System.err.flush();
    // Everything has been stopped in its order; Payara's shutdown hook would only complain of that.
    Runtime.getRuntime().halt(code);
  }

  private static int run(List<String> arguments) {
    Progress progress = new Progress(System.out);
    return switch (String.join(" ", arguments)) {
      case "run" -> gateway(progress, Main::untilStopped);
      case "demo" -> demo(progress, false);
      case "demo --once" -> demo(progress, true);
      default -> {
        System.err.println("usage: run | demo [--once]");
        yield 2;
      }
    };
  }

  /** What is done with a gateway that is up; answers the exit code. */
  interface Use {
    int with(Gateway gateway, StopSignal stop) throws Exception;
  }

  private static int untilStopped(Gateway gateway, StopSignal stop) throws InterruptedException {
    stop.await();
    return 0;
  }

  private static int demo(Progress progress, boolean once) {
    DemoUse.allowLoopbackPushes();
    return gateway(progress, new DemoUse(once, progress));
  }

  private static int gateway(Progress progress, Use use) {
    StopSignal stop = StopSignal.install(progress, STOP_WITHIN, Main::giveUp);
    Gateway gateway = null;
    try {
      gateway = new Gateway(LaunchSettings.read(), progress, stop);
      gateway.start();
      return use.with(gateway, stop);
    } catch (Gateway.StoppedWhileStarting wished) {
      return 0;
    } catch (Exception e) {
      System.err.println(FirstLine.of(e));
      return stop.isWished() ? 0 : 1;
    } finally {
      if (gateway != null && gateway.hasBegun()) {
        stop(gateway, progress);
      }
    }
  }

  private static void stop(Gateway gateway, Progress progress) {
    long since = System.nanoTime();
    progress.say("gateway: stopping");
    Thread guard = Watch.after(STOP_WITHIN, Main::giveUp);
    gateway.close();
    guard.interrupt();
    progress.say("gateway: stopped in " + Progress.seconds(since));
  }

  private static void giveUp() {
    System.err.println(
        "gateway: not stopped within "
            + STOP_WITHIN.toSeconds()
            + " s, so ended at once; the next start recovers");
    Runtime.getRuntime().halt(1);
  }
}
