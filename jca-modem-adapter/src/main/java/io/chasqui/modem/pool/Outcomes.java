package io.chasqui.modem.pool;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.modem.pool.Parcel.Item;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Tells what became of a pool's segments. */
record Outcomes(ConnectorId connector, Clock clock) {
  /** ESME_RSUBMITFAIL (SMPP 3.4, 5.1.3): the nearest to a network's refusal. */
  private static final int SUBMIT_FAILED = 0x45;

  private static final Logger LOG = System.getLogger(Outcomes.class.getName());

  void accepted(Item item, String reference) {
    Segment part = item.segment();
    tell(item, new SubmitOutcome.Accepted(part.message(), part.part(), clock.instant(), reference));
  }

  /** The pool could not take it, or no modem could: no attempt of its own. */
  void heldBack(Item item, String reason) {
    deferred(item, 0, reason);
  }

  /** The network could not: an attempt. */
  void failedForNow(Item item, String reason) {
    deferred(item, SUBMIT_FAILED, reason);
  }

  private void deferred(Item item, int status, String reason) {
    Segment part = item.segment();
    tell(
        item,
        new SubmitOutcome.Deferred(part.message(), part.part(), clock.instant(), status, reason));
  }

  void rejected(Item item, String reason) {
    Segment part = item.segment();
    tell(
        item,
        new SubmitOutcome.Rejected(
            part.message(), part.part(), clock.instant(), SUBMIT_FAILED, reason));
  }

  void unknown(Item item, String reason) {
    Segment part = item.segment();
    tell(item, new SubmitOutcome.Unknown(part.message(), part.part(), clock.instant(), reason));
  }

  private void tell(Item item, SubmitOutcome outcome) {
    try {
      item.sink().accept(outcome);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "{0}: an outcome could not be handed over: {1}", connector, e);
    }
  }
}
