package io.chasqui.app.dispatch;

import io.chasqui.app.messaging.DepartureNotes;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages taken from a connector's queue: those still worth sending, and those that are not. */
record Departures(List<OutgoingMessage> valid, List<OutgoingMessage> expired, Instant at) {

  static Departures of(List<OutgoingMessage> messages, Instant now) {
    Map<Boolean, List<OutgoingMessage>> byExpiry =
        messages.stream().collect(Collectors.partitioningBy(each -> each.isExpiredAt(now)));
    return new Departures(byExpiry.get(false), byExpiry.get(true), now);
  }

  /** Within the transaction that took them, so that none is both expired and sent. */
  void tellExpired(LocalSession session) {
    if (!expired.isEmpty()) {
      DepartureNotes.tell(session, news());
    }
  }

  private List<LedgerEntry> news() {
    return expired.stream()
        .flatMap(
            message ->
                message.segments(at).stream()
                    .<LedgerEntry>map(
                        part -> new LedgerEntry.Expired(message.id(), part.part(), at)))
        .toList();
  }
}
