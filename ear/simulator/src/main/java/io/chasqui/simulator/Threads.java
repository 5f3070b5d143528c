package io.chasqui.simulator;

import java.lang.System.Logger.Level;

/** Threads that end with the process, and tasks whose failures are seen. */
final class Threads {

  private static final System.Logger LOG = System.getLogger("io.chasqui.simulator");

  private Threads() {}

  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  static Runnable reporting(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "simulator: a step failed and is left out; going on", e);
      }
    };
  }
}
