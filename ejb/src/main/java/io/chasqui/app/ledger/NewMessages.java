package io.chasqui.app.ledger;

import io.chasqui.app.ledger.OutgoingRows.NewMessage;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.outgoing.ShortMessages;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down messages the ledger hears of for the first time. */
final class NewMessages {
  private final OutgoingRows store;
  private final LedgerPage page;

  NewMessages(OutgoingRows store, LedgerPage page) {
    this.store = store;
    this.page = page;
  }

  /** A message and what became of it after its acceptance. */
  private record Arrival(NewMessage row, Event fate) {
    static Optional<Arrival> of(LedgerEntry entry) {
      if (entry instanceof LedgerEntry.Routed routed) {
        return Optional.of(of(routed));
      }
      return entry instanceof LedgerEntry.Unroutable none
          ? Optional.of(of(none))
          : Optional.empty();
    }

    private static Arrival of(LedgerEntry.Routed routed) {
      OutgoingMessage message = routed.message();
      String when =
          message.notBefore().isAfter(message.acceptedAt())
              ? ", to leave at " + message.notBefore()
              : "";
      return new Arrival(
          new NewMessage(
              message,
              message.shortMessages(),
              MessageStatus.QUEUED,
              Optional.of(routed.connector())),
          new Event(
              message.id(),
              routed.at(),
              MessageStatus.QUEUED,
              "default route to " + routed.connector() + when + rewriting(message)));
    }

    /** What has become of the estimate given at acceptance, when it was another. */
    private static String rewriting(OutgoingMessage message) {
      if (message.writing().equals(Writing.STANDARD)) {
        return "";
      }
      String told = count(message.writtenFor(Writing.STANDARD));
      String now = count(message);
      return now.equals(told) ? "" : "; goes in %s, estimated were %s".formatted(now, told);
    }

    private static String count(OutgoingMessage message) {
      ShortMessages all = message.shortMessages();
      return "%d %s".formatted(all.onAir(), all.alphabet().apiName());
    }

    private static Arrival of(LedgerEntry.Unroutable none) {
      OutgoingMessage message = none.message();
      return new Arrival(
          new NewMessage(
              message, message.shortMessages(), MessageStatus.REJECTED, Optional.empty()),
          new Event(message.id(), none.at(), MessageStatus.REJECTED, none.reason()));
    }

    MessageId id() {
      return row.message().id();
    }

    Event acceptance() {
      return new Event(id(), row.message().acceptedAt(), MessageStatus.ACCEPTED, "");
    }

    boolean isRefused() {
      return row.status() == MessageStatus.REJECTED;
    }
  }

  /** Answers all the batch brings, those that are stored already too. */
  List<MessageId> write(List<LedgerEntry> batch) throws SQLException {
    Map<MessageId, Arrival> arrivals = new LinkedHashMap<>();
    batch.stream().flatMap(e -> Arrival.of(e).stream()).forEach(a -> arrivals.put(a.id(), a));
    List<MessageId> recorded = List.copyOf(arrivals.keySet());
    store.existing(recorded).forEach(arrivals::remove);
    store.insert(arrivals.values().stream().map(Arrival::row).toList());
    for (Arrival arrival : arrivals.values()) {
      page.tell(arrival.acceptance());
      page.tell(arrival.fate());
    }
    pushRefusals(arrivals.values().stream().filter(Arrival::isRefused).toList());
    return recorded;
  }

  private void pushRefusals(Collection<Arrival> refused) throws SQLException {
    page.load(refused.stream().map(Arrival::id).toList());
    for (Arrival arrival : refused) {
      page.row(arrival.id())
          .ifPresent(row -> page.refused(row, arrival.fate().at(), arrival.fate().detail()));
    }
  }
}
