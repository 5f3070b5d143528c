package io.chasqui.modem.pool;

import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Sends what one modem has been given, one message after another, until nothing is left. */
final class LaneWork implements Runnable {
  private static final Logger LOG = System.getLogger(LaneWork.class.getName());
  private static final Duration BUSY = Duration.ofSeconds(2);

  private final ModemPool pool;
  private final Lane lane;

  LaneWork(ModemPool pool, Lane lane) {
    this.pool = pool;
    this.lane = lane;
  }

  @Override
  public void run() {
    try {
      Optional<Parcel> next = pool.next(lane);
      while (next.isPresent()) {
        settle(next.get(), send(next.get()));
        next = pool.next(lane);
      }
    } catch (InterruptedException e) {
      pool.abandon(lane);
    }
  }

  private List<SendResult> send(Parcel parcel) throws InterruptedException {
    Optional<Modem> modem = lane.modem();
    if (modem.isEmpty()) {
      return all(parcel, new SendResult.NotSent(SendFault.MODEM, 0, "it is given back"));
    }
    try {
      return modem.get().sendTogether(parcel.segments());
    } catch (RuntimeException e) {
      String label = pool.label(lane);
      LOG.log(Level.ERROR, label + ": a send ended unexpectedly, its outcome is unknown", e);
      return all(parcel, new SendResult.InDoubt("it failed unexpectedly"));
    }
  }

  private static List<SendResult> all(Parcel parcel, SendResult result) {
    return Collections.nCopies(parcel.items().size(), result);
  }

  /** Outcomes first: a place is free only when its outcome was told. */
  private void settle(Parcel parcel, List<SendResult> results) {
    Settlement settlement = pool.tell(parcel, results, lane);
    pool.settled(lane, parcel, settlement, this::account);
  }

  /** What it says of the modem. */
  private void account(Settlement settlement, Instant now) {
    if (settlement.sent() > 0) {
      lane.count(settlement.sent(), now);
    }
    if (settlement.inDoubt() > 0) {
      warn(lane.doubted(settlement.inDoubt(), now), settlement);
    }
    settlement.fault().ifPresent(fault -> account(fault, settlement, now));
  }

  private void account(SendFault fault, Settlement settlement, Instant now) {
    if (fault.countsAgainstModem()) {
      warn(lane.failed(1, now), settlement);
    } else {
      lane.ended(fault == SendFault.BUSY ? now.plus(BUSY) : now);
    }
  }

  private void warn(boolean opened, Settlement settlement) {
    if (opened) {
      LOG.log(
          Level.WARNING,
          "{0}: left alone for {1} s after failing again and again, last: {2}; other modems send",
          pool.label(lane),
          pool.settings().pool().pause().toSeconds(),
          settlement.reason());
    } else {
      LOG.log(Level.INFO, "{0}: did not send: {1}", pool.label(lane), settlement.reason());
    }
  }
}
