package io.chasqui.app.messaging;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Instant;

/** One piece of news about an outgoing message. Told twice, it must make no difference. */
public sealed interface LedgerEntry {
  /** When it became true. */
  Instant at();

  /** What it is and of which message, for the log: nothing of its content. */
  String describe();

  /** Accepted, and put into a connector's queue. */
  record Routed(OutgoingMessage message, ConnectorId connector, Instant at) implements LedgerEntry {
    @Override
    public String describe() {
      return "the acceptance of " + message.id();
    }
  }

  /** Accepted, and no way found to send it. */
  record Unroutable(OutgoingMessage message, String reason, Instant at) implements LedgerEntry {
    @Override
    public String describe() {
      return "the refusal of " + message.id();
    }
  }

  /** A link's answer for one part. */
  record Submitted(ConnectorId connector, SubmitOutcome outcome) implements LedgerEntry {
    @Override
    public Instant at() {
      return outcome.at();
    }

    @Override
    public String describe() {
      return "%s's answer for part %d of %s"
          .formatted(connector, outcome.part(), outcome.message());
    }
  }

  /**
   * The carrier refused the part too often.
   *
   * @param attempts how often, 1 or more
   * @param reason of the last time
   */
  record GivenUp(
      ConnectorId connector, MessageId message, int part, int attempts, String reason, Instant at)
      implements LedgerEntry {
    @Override
    public String describe() {
      return "%s's last refusal of part %d of %s".formatted(connector, part, message);
    }
  }

  /** Its validity ended before the part could be sent. */
  record Expired(MessageId message, int part, Instant at) implements LedgerEntry {
    @Override
    public String describe() {
      return "the expiry of part %d of %s".formatted(part, message);
    }
  }

  /**
   * With this batch written down, a note that {@link DepartureNotes} left of it can go.
   *
   * @param note its name
   */
  record Noted(String note, Instant at) implements LedgerEntry {
    @Override
    public String describe() {
      return "the end of note " + note;
    }
  }

  /** A carrier's receipt. */
  record Receipt(LinkEvent.Receipt receipt) implements LedgerEntry {
    @Override
    public Instant at() {
      return receipt.at();
    }

    @Override
    public String describe() {
      return "%s's receipt for %s"
          .formatted(receipt.connector(), receipt.receipt().carrierMessageId());
    }
  }
}
