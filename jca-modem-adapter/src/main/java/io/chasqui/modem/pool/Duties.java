package io.chasqui.modem.pool;

import io.chasqui.domain.modem.ModemDuty;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Takes modems out of service and back. */
record Duties(ModemPool pool) {
  private static final Logger LOG = System.getLogger(Duties.class.getName());

  /** A message that takes longer than this to send ends in doubt. */
  private static final Duration GRACE = Duration.ofSeconds(90);

  void assign(Lane lane, ModemDuty duty) {
    pool.assign(lane, duty);
    LOG.log(Level.INFO, "{0}: {1}", pool.label(lane), words(duty));
    if (duty == ModemDuty.MAINTENANCE) {
      pool.start(() -> giveBack(lane), () -> pool.disconnect(lane));
    } else {
      pool.connect(lane);
    }
  }

  private void giveBack(Lane lane) {
    pool.awaitIdle(lane, GRACE);
    if (lane.duty() == ModemDuty.MAINTENANCE) {
      pool.disconnect(lane);
    }
  }

  private static String words(ModemDuty duty) {
    return switch (duty) {
      case IN_SERVICE -> "in service";
      case DRAINED -> "drained: it ends what it has begun, receives, and sends nothing more";
      case MAINTENANCE -> "in maintenance: its device is given back after what it has begun";
    };
  }
}
