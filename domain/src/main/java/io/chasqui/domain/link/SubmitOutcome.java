package io.chasqui.domain.link;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.receipt.CarrierText;
import java.time.Instant;

/**
 * What became of one submitted segment. Every segment gets one; an {@link Unknown} may be followed
 * by an {@link Accepted}, {@link Deferred} or {@link Rejected} when the answer comes after all.
 */
public sealed interface SubmitOutcome {
  MessageId message();

  int part();

  Instant at();

  /** The peer took it and named it. */
  record Accepted(MessageId message, int part, Instant at, String carrierMessageId)
      implements SubmitOutcome {
    public Accepted {
      carrierMessageId = CarrierText.clean(carrierMessageId, CarrierText.LONGEST_ID);
    }
  }

  /**
   * The peer or the link cannot take it now: certainly not sent, worth another attempt.
   *
   * @param commandStatus of the answer (SMPP 3.4, 5.1.3); 0 when the link itself deferred
   */
  record Deferred(MessageId message, int part, Instant at, int commandStatus, String reason)
      implements SubmitOutcome {}

  /** The peer refused it for good: another attempt would be refused as well. */
  record Rejected(MessageId message, int part, Instant at, int commandStatus, String reason)
      implements SubmitOutcome {}

  /** Written to the wire, and no answer came: the peer may have it. Never a plain failure. */
  record Unknown(MessageId message, int part, Instant at, String reason) implements SubmitOutcome {}
}
