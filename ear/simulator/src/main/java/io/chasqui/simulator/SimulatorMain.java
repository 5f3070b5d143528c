package io.chasqui.simulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./chasqui simulator}. */
public final class SimulatorMain {

  /** Held, since java.util.logging forgets the level of a logger nobody refers to. */
  private static final Logger JSMPP = Logger.getLogger("org.jsmpp");

  private SimulatorMain() {}

  public static void main(String[] args) {
    JSMPP.setLevel(Level.WARNING);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, stopped), "simulator-stop"));
    SimulatorCommand command = new SimulatorCommand(new Console(System.out, System.err), stop);
    int status = command.commandLine().execute(args);
    stopped.countDown();
    System.exit(status);
  }

  /** Ctrl-C and SIGTERM: the process waits until the links are unbound. */
  private static void stop(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
