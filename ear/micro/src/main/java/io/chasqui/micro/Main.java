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
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    return switch (String.join(" ", arguments)) {
      case "run" ->
          gateway(
              (gateway, stop) -> {
                stop.await();
                return 0;
              });
      default -> {
        System.err.println("usage: run | demo [--once]");
        yield 2;
      }
    };
  }

  /** What is done with a gateway that is up. */
  interface Use {
    int with(Gateway gateway, StopSignal stop) throws Exception;
  }

  private static int gateway(Use use) {
    Progress progress = new Progress(System.out);
    StopSignal stop = StopSignal.install(progress);
    Gateway gateway = null;
    try {
      gateway = new Gateway(LaunchSettings.read(), progress, stop);
      gateway.start();
      return use.with(gateway, stop);
    } catch (Gateway.StoppedWhileStarting wished) {
      return 0;
    } catch (Exception e) {
      System.err.println(e instanceof Refusal ? e.getMessage() : FirstLine.of(e));
      return 1;
    } finally {
      if (gateway != null) {
        stop(gateway, progress);
      }
    }
  }

  private static void stop(Gateway gateway, Progress progress) {
    long since = System.nanoTime();
    progress.say("gateway: stopping");
    Thread guard =
        Watch.after(
            STOP_WITHIN,
            () -> {
              System.err.println(
                  "gateway: not stopped within "
                      + STOP_WITHIN.toSeconds()
                      + " s: ended; the next start recovers");
              Runtime.getRuntime().halt(1);
            });
    gateway.close();
    guard.interrupt();
    progress.say("gateway: stopped in " + Progress.seconds(since));
  }
}
