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
    load(parts.values());
    for (LinkEvent.Receipt receipt : receipts) {
      note(receipt);
      Optional.ofNullable(parts.get(receipt)).ifPresent(part -> tell(part, receipt));
    }
    parked.park(receipts.stream().filter(receipt -> !parts.containsKey(receipt)).toList());
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
    load(parts.values());
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

  private void load(Collection<PartId> parts) throws SQLException {
    page.load(parts.stream().map(PartId::message).toList());
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
        .ifPresent(
            row ->
                row.progress()
                    .segment(part.part())
                    .ifPresent(segment -> tell(row, segment, receipt)));
  }

  private void note(LinkEvent.Receipt event) {
    DeliveryReceipt receipt = event.receipt();
    words.add(new Sighting.Word(event.connector(), word(receipt), receipt.error()));
  }

  private static String word(DeliveryReceipt receipt) {
    return receipt.stateWord().isEmpty() ? receipt.state().word() : receipt.stateWord();
  }

  private void tell(OutgoingRow row, SegmentProgress part, LinkEvent.Receipt event) {
    DeliveryReceipt receipt = event.receipt();
    ReceiptState state = readings.apply(event.connector()).state(receipt);
    String error = receipt.error().isEmpty() ? "" : " error " + receipt.error();
    String which = LedgerPage.partName(row, part);
    String detail = event.connector() + " reports " + which + word(receipt) + error;
    if (part.receipt(event.connector(), state, receipt.carrierMessageId())) {
      page.moved(row, event.at(), detail, receipt.error());
    } else if (!part.status().isFinal()) {
      page.note(row, event.at(), detail);
      page.onTheWay(row, event.at(), state, receipt.error());
    }
  }
}
