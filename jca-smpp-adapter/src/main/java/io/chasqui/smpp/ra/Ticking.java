package io.chasqui.smpp.ra;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/** The adapter's one clock: what is due, on every link and session. */
final class Ticking extends TimerTask {
  private static final Logger LOG = System.getLogger(Ticking.class.getName());
  private static final long PERIOD_MILLIS = 100;

  private final List<Runnable> parts;

  Ticking(Runnable... parts) {
    this.parts = List.of(parts);
  }

  void on(Timer timer) {
    timer.schedule(this, PERIOD_MILLIS, PERIOD_MILLIS);
  }

  @Override
  public void run() {
    parts.forEach(Ticking::tick);
  }

  /** A timer dies of what its task throws, and all would stand still. */
  private static void tick(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "smpp: the adapter's clock missed a beat; it goes on", e);
    }
  }
}
