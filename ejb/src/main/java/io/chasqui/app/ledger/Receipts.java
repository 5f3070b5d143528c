package io.chasqui.app.ledger;

import io.chasqui.app.ledger.ParkedReceipts.Parked;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.receipts.CarrierReading;
import io.chasqui.app.receipts.Sighting;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.outgoing.SegmentProgress;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.domain.receipt.ReceiptState;
import io.chasqui.domain.receipt.TrailingDigits;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Applies carriers' receipts to the parts they speak of; those of no known part are parked. */
final class Receipts {
  private final LedgerPage page;
  private final ReceiptMatcher matcher;
  private final ParkedReceipts parked;
  private final Function<ConnectorId, CarrierReading> readings;
  private final List<Sighting> words = new ArrayList<>();

  Receipts(
      LedgerPage page,
      ReceiptMatcher matcher,
      ParkedReceipts parked,
      Function<ConnectorId, CarrierReading> readings) {
    this.page = page;
    this.matcher = matcher;
    this.parked = parked;
    this.readings = readings;
  }

  /** What they told of their carriers. */
  List<Sighting> sightings() {
    return Stream.concat(words.stream(), matcher.sightings().stream()).toList();
  }

  void apply(List<LedgerEntry> batch) throws SQLException {
    List<LinkEvent.Receipt> receipts =
        batch.stream()
            .filter(LedgerEntry.Receipt.class::isInstance)
            .map(entry -> ((LedgerEntry.Receipt) entry).receipt())
            .toList();
    Map<LinkEvent.Receipt, PartId> parts = matcher.match(receipts);
    load(parts);
    for (LinkEvent.Receipt receipt : receipts) {
      note(receipt);
      PartId part = parts.get(receipt);
      if (part == null) {
        parked.park(receipt);
      } else {
        tell(part, receipt);
      }
    }
    page.flush();
  }

  /** Those that waited for the ids that carriers have just given. */
  void applyParked(Map<ConnectorId, Set<String>> named) throws SQLException {
    for (var ids : named.entrySet()) {
      apply(parked.waitingFor(ids.getKey(), ids.getValue()));
    }
    page.flush();
  }

  private void apply(Collection<Parked> waiting) throws SQLException {
    Map<LinkEvent.Receipt, PartId> parts =
        matcher.matchById(waiting.stream().map(Parked::receipt).toList());
    load(parts);
    List<Parked> taken = new ArrayList<>();
    for (Parked each : waiting) {
      PartId part = parts.get(each.receipt());
      if (part != null && isOf(part, each.receipt())) {
        tell(part, each.receipt());
        taken.add(each);
      }
    }
    parked.remove(taken);
  }

  private void load(Map<LinkEvent.Receipt, PartId> parts) throws SQLException {
    page.load(parts.values().stream().map(PartId::message).toList());
    page.loadStories(
        parts.entrySet().stream()
            .filter(entry -> mayHaveBeenTold(entry.getValue(), entry.getKey()))
            .map(entry -> entry.getValue().message())
            .toList());
  }

  /** A final state moves its part once and for all; any other may have come and gone. */
  private boolean mayHaveBeenTold(PartId part, LinkEvent.Receipt event) {
    return segment(part)
        .filter(segment -> segment.status().isFinal() || !state(event).isFinal())
        .isPresent();
  }

  private Optional<SegmentProgress> segment(PartId part) {
    return page.row(part.message()).flatMap(row -> row.progress().segment(part.part()));
  }

  private ReceiptState state(LinkEvent.Receipt event) {
    return readings.apply(event.connector()).state(event.receipt());
  }

  /** An id that a carrier gives again within days is another message: the numbers tell. */
  private boolean isOf(PartId part, LinkEvent.Receipt receipt) {
    return page.row(part.message())
        .filter(row -> !TrailingDigits.contradict(row.to(), receipt.source().display()))
        .filter(row -> !TrailingDigits.contradict(row.from(), receipt.destination().display()))
        .isPresent();
  }

  private void tell(PartId part, LinkEvent.Receipt receipt) {
    page.row(part.message())
        .ifPresent(row -> segment(part).ifPresent(segment -> tell(row, segment, receipt)));
  }

  private void note(LinkEvent.Receipt event) {
    DeliveryReceipt receipt = event.receipt();
    words.add(new Sighting.Word(event.connector(), word(receipt), receipt.error()));
  }

  private static String word(DeliveryReceipt receipt) {
    return receipt.stateWord().isEmpty() ? receipt.state().word() : receipt.stateWord();
  }

  private void tell(OutgoingRow row, SegmentProgress part, LinkEvent.Receipt event) {
    ReceiptState state = state(event);
    String detail = detail(row, part, event);
    if (part.status().isFinal()) {
      tellTooLate(row, part, event, detail);
    } else if (!page.isTold(row, event.at(), detail)) {
      tell(row, part, event, state, detail);
    }
  }

  private void tell(
      OutgoingRow row,
      SegmentProgress part,
      LinkEvent.Receipt event,
      ReceiptState state,
      String detail) {
    String error = event.receipt().error();
    boolean news = part.receipt(event.connector(), state, event.receipt().carrierMessageId());
    boolean told = news && page.moved(row, event.at(), detail, error);
    if (!told && !state.isFinal()) {
      page.note(row, event.at(), detail);
    }
    if (!news) {
      page.onTheWay(row, event.at(), state, error);
    }
  }

  /** The status stays as it is, since it has been told; that the carrier says otherwise is kept. */
  private void tellTooLate(
      OutgoingRow row, SegmentProgress part, LinkEvent.Receipt event, String detail) {
    ReceiptState state = state(event);
    String late = detail + ", after it had been settled as " + part.status().apiName();
    if (state.isFinal()
        && state.segmentStatus() != part.status()
        && !page.isTold(row, event.at(), late)) {
      page.note(row, event.at(), late);
    }
  }

  private static String detail(OutgoingRow row, SegmentProgress part, LinkEvent.Receipt event) {
    DeliveryReceipt receipt = event.receipt();
    String error = receipt.error().isEmpty() ? "" : " error " + receipt.error();
    return event.connector() + " reports " + LedgerPage.partName(row, part) + word(receipt) + error;
  }
}
