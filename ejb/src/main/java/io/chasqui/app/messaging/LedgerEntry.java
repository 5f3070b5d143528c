package io.chasqui.app.messaging;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Instant;

/** One piece of news about an outgoing message. Told twice, it must make no difference. */
public sealed interface LedgerEntry {

  /** Accepted, and put into a connector's queue. */
  record Routed(OutgoingMessage message, ConnectorId connector, Instant at)
      implements LedgerEntry {}

  /** Accepted, and no way found to send it. */
  record Unroutable(OutgoingMessage message, String reason, Instant at) implements LedgerEntry {}

  /** A link's answer for one part. */
  record Submitted(ConnectorId connector, SubmitOutcome outcome) implements LedgerEntry {}

  /** Its validity ended before the part could be sent. */
  record Expired(MessageId message, int part, Instant at) implements LedgerEntry {}

  /** A carrier's receipt. */
  record Receipt(LinkEvent.Receipt receipt) implements LedgerEntry {}
}
