package io.chasqui.smpp.ra;

import io.chasqui.smpp.link.SmppLinks;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Timer;
import java.util.TimerTask;

/** The adapter's one clock: what is due, on every link. */
final class Ticking extends TimerTask {
  private static final Logger LOG = System.getLogger(Ticking.class.getName());
  private static final long PERIOD_MILLIS = 100;

  private final SmppLinks links;

  Ticking(SmppLinks links) {
    this.links = links;
  }

  void on(Timer timer) {
    timer.schedule(this, PERIOD_MILLIS, PERIOD_MILLIS);
  }

  /** A timer dies of what its task throws, and all links would stand still. */
  @Override
  public void run() {
    try {
      links.tick();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "smpp: the links' clock missed a beat; it goes on", e);
    }
  }
}
