package io.chasqui.app.messaging;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.domain.receipt.ReceiptState;
import java.time.Instant;

/** News for the ledger. */
public final class LedgerCodec extends BatchCodec<LedgerEntry> {
  public static final LedgerCodec INSTANCE = new LedgerCodec();

  private static final int ROUTED = 1;
  private static final int UNROUTABLE = 2;
  private static final int ACCEPTED = 3;
  private static final int DEFERRED = 4;
  private static final int REJECTED = 5;
  private static final int UNKNOWN = 6;
  private static final int EXPIRED = 7;
  private static final int RECEIPT = 8;
  private static final int GIVEN_UP = 9;
  private static final int NOTED = 10;

  private LedgerCodec() {
    super('L', OutgoingCodec.VERSION);
  }

  @Override
  void write(LedgerEntry entry, EnvelopeOutput out) {
    if (entry instanceof LedgerEntry.Routed routed) {
      out.octet(ROUTED);
      OutgoingCodec.INSTANCE.write(routed.message(), out);
      out.text(routed.connector().value());
      out.instant(routed.at());
    } else if (entry instanceof LedgerEntry.Unroutable unroutable) {
      out.octet(UNROUTABLE);
      OutgoingCodec.INSTANCE.write(unroutable.message(), out);
      out.text(unroutable.reason());
      out.instant(unroutable.at());
    } else if (entry instanceof LedgerEntry.Submitted submitted) {
      writeOutcome(submitted, out);
    } else if (entry instanceof LedgerEntry.Expired expired) {
      out.octet(EXPIRED);
      out.id(expired.message());
      out.octet(expired.part());
      out.instant(expired.at());
    } else if (entry instanceof LedgerEntry.GivenUp last) {
      out.octet(GIVEN_UP);
      out.text(last.connector().value());
      out.id(last.message());
      out.octet(last.part());
      out.number(last.attempts());
      out.text(last.reason());
      out.instant(last.at());
    } else if (entry instanceof LedgerEntry.Noted noted) {
      out.octet(NOTED);
      out.text(noted.note());
      out.instant(noted.at());
    } else if (entry instanceof LedgerEntry.Receipt receipt) {
      writeReceipt(receipt.receipt(), out);
    }
  }

  @Override
  LedgerEntry read(EnvelopeInput in) {
    int type = in.octet();
    return switch (type) {
      case ROUTED ->
          new LedgerEntry.Routed(
              OutgoingCodec.INSTANCE.read(in), ConnectorId.of(in.text()), in.instant());
      case UNROUTABLE ->
          new LedgerEntry.Unroutable(OutgoingCodec.INSTANCE.read(in), in.text(), in.instant());
      case EXPIRED -> new LedgerEntry.Expired(in.id(), in.octet(), in.instant());
      case GIVEN_UP ->
          new LedgerEntry.GivenUp(
              ConnectorId.of(in.text()), in.id(), in.octet(), in.number(), in.text(), in.instant());
      case NOTED -> new LedgerEntry.Noted(in.text(), in.instant());
      case RECEIPT -> new LedgerEntry.Receipt(readReceipt(in));
      default -> readOutcome(type, in);
    };
  }

  private static void writeOutcome(LedgerEntry.Submitted submitted, EnvelopeOutput out) {
    SubmitOutcome outcome = submitted.outcome();
    out.octet(type(outcome));
    out.text(submitted.connector().value());
    out.id(outcome.message());
    out.octet(outcome.part());
    out.instant(outcome.at());
    if (outcome instanceof SubmitOutcome.Accepted accepted) {
      out.text(accepted.carrierMessageId());
    } else if (outcome instanceof SubmitOutcome.Deferred deferred) {
      out.number(deferred.commandStatus());
      out.text(deferred.reason());
    } else if (outcome instanceof SubmitOutcome.Rejected rejected) {
      out.number(rejected.commandStatus());
      out.text(rejected.reason());
    } else if (outcome instanceof SubmitOutcome.Unknown unknown) {
      out.text(unknown.reason());
    }
  }

  private static int type(SubmitOutcome outcome) {
    if (outcome instanceof SubmitOutcome.Accepted) {
      return ACCEPTED;
    }
    if (outcome instanceof SubmitOutcome.Deferred) {
      return DEFERRED;
    }
    return outcome instanceof SubmitOutcome.Rejected ? REJECTED : UNKNOWN;
  }

  private static LedgerEntry readOutcome(int type, EnvelopeInput in) {
    ConnectorId connector = ConnectorId.of(in.text());
    MessageId message = in.id();
    int part = in.octet();
    Instant at = in.instant();
    SubmitOutcome outcome =
        switch (type) {
          case ACCEPTED -> new SubmitOutcome.Accepted(message, part, at, in.text());
          case DEFERRED -> new SubmitOutcome.Deferred(message, part, at, in.number(), in.text());
          case REJECTED -> new SubmitOutcome.Rejected(message, part, at, in.number(), in.text());
          case UNKNOWN -> new SubmitOutcome.Unknown(message, part, at, in.text());
          default -> throw new IllegalArgumentException("ledger entry type " + type);
        };
    return new LedgerEntry.Submitted(connector, outcome);
  }

  private static void writeReceipt(LinkEvent.Receipt event, EnvelopeOutput out) {
    out.octet(RECEIPT);
    out.text(event.connector().value());
    out.instant(event.at());
    out.address(event.source());
    out.address(event.destination());
    out.text(event.receipt().carrierMessageId());
    out.octet(event.receipt().state().code());
    out.text(event.receipt().stateWord());
    out.text(event.receipt().error());
  }

  private static LinkEvent.Receipt readReceipt(EnvelopeInput in) {
    return new LinkEvent.Receipt(
        ConnectorId.of(in.text()),
        in.instant(),
        in.address(),
        in.address(),
        new DeliveryReceipt(
            in.text(), ReceiptState.ofCode(in.octet()).orElseThrow(), in.text(), in.text()));
  }
}
