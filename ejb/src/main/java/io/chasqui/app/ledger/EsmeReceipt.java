package io.chasqui.app.ledger;

import io.chasqui.app.outbox.PendingDelivery;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.message.SegmentStatus;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.SegmentProgress;
import io.chasqui.domain.receipt.OutgoingReceipt;
import io.chasqui.domain.receipt.ReceiptState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What an ESME is told of its message, addresses swapped (SMPP 3.4, appendix B). */
final class EsmeReceipt {
  private static final Pattern ERROR_NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final int MOST = 999;

  private EsmeReceipt() {}

  /**
   * The receipt of a message that has just got its final status, if its ESME asked for it.
   *
   * @param error the carrier's code; empty when there is none
   */
  static Optional<PendingDelivery> ofFinal(OutgoingRow row, Instant at, String error) {
    MessageStatus status = row.progress().status();
    return row.origin()
        .filter(origin -> status.isFinal())
        .filter(origin -> origin.asked().wantsFinal(status == MessageStatus.DELIVERED))
        .map(origin -> delivery(row, origin, state(status), at, error, true));
  }

  /** A notification on the way, if its ESME asked for it (SMPP 3.4, 5.2.17). */
  static Optional<PendingDelivery> ofIntermediate(
      OutgoingRow row, ReceiptState state, Instant at, String error) {
    return row.origin()
        .filter(origin -> origin.asked().wantsIntermediate())
        .map(origin -> delivery(row, origin, state, at, error, false));
  }

  private static PendingDelivery delivery(
      OutgoingRow row,
      EsmeOrigin origin,
      ReceiptState state,
      Instant at,
      String error,
      boolean isFinal) {
    String id = origin.toldAs().toString();
    OutgoingReceipt receipt =
        new OutgoingReceipt(
            id,
            state,
            error,
            count(row, part -> part.carrierMessageId().isPresent() || isDelivered(part)),
            count(row, EsmeReceipt::isDelivered),
            row.createdAt(),
            at,
            row.excerpt());
    return new PendingDelivery(
        origin.account(),
        row.progress().id(),
        origin.destination(),
        row.source(),
        DataCodingScheme.DEFAULT,
        new UserData(receipt.octets(), false),
        Optional.of(new EsmeDelivery.Receipt(id, state.code(), number(error), isFinal)),
        at);
  }

  /** The state an ESME is told; a message that we could not send is undeliverable to it. */
  static ReceiptState state(MessageStatus status) {
    return switch (status) {
      case ACCEPTED, QUEUED, SUBMITTED -> ReceiptState.ENROUTE;
      case UNKNOWN -> ReceiptState.UNKNOWN;
      case DELIVERED -> ReceiptState.DELIVERED;
      case EXPIRED -> ReceiptState.EXPIRED;
      case REJECTED -> ReceiptState.REJECTED;
      case CANCELLED -> ReceiptState.DELETED;
      default -> ReceiptState.UNDELIVERABLE;
    };
  }

  private static boolean isDelivered(SegmentProgress part) {
    return part.status() == SegmentStatus.DELIVERED;
  }

  private static int count(OutgoingRow row, Predicate<SegmentProgress> wanted) {
    return (int) row.progress().segments().stream().filter(wanted).limit(MOST).count();
  }

  /** As the TLV has room for it; 0 is no error. */
  private static Optional<Integer> number(String error) {
    return Optional.of(error)
        .filter(code -> ERROR_NUMBER.matcher(code).matches())
        .map(Integer::valueOf)
        .filter(code -> code > 0 && code <= 0xFFFF);
  }
}
