package io.chasqui.app.ledger;

import io.chasqui.app.ledger.OutgoingRows.NewMessage;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.WebhookView;
import io.chasqui.app.webhooks.PendingEvent;
import io.chasqui.app.webhooks.WebhookOutbox;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.outgoing.SegmentProgress;
import io.chasqui.domain.receipt.CarrierMessageKeys;
import io.chasqui.domain.receipt.DeliveryReceipt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One batch of news on its way into the database, within one transaction: new messages first, then
 * the links' answers, then receipts, which may speak of any of them.
 */
final class LedgerBatch {
  private final Connection connection;
  private final DirectorySnapshot directory;
  private final OutgoingRows store;
  private final ReceiptMatcher matcher;
  private final ParkedReceipts parked;

  private final Map<MessageId, OutgoingRow> rows = new HashMap<>();
  private final Set<MessageId> changed = new LinkedHashSet<>();
  private final List<MessageId> recorded = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<LedgerEntry> early = new ArrayList<>();
  private final List<PendingEvent> pushes = new ArrayList<>();
  private final Map<ConnectorId, Set<String>> namedNow = new HashMap<>();
  private final Map<ConnectorId, Map<MessageId, Set<Integer>>> unknownNow = new LinkedHashMap<>();

  LedgerBatch(Connection connection, DirectorySnapshot directory, Clock clock) {
    this.connection = connection;
    this.directory = directory;
    this.store = new OutgoingRows(connection);
    this.matcher = new ReceiptMatcher(connection, clock);
    this.parked = new ParkedReceipts(connection);
  }

  LedgerResult write(List<LedgerEntry> batch) throws SQLException {
    addNew(batch);
    applyAnswers(batch);
    applyReceipts(batch);
    store.insertEvents(events);
    WebhookOutbox.add(connection, pushes);
    return new LedgerResult(recorded, early, resend(), !pushes.isEmpty());
  }

  private void addNew(List<LedgerEntry> batch) throws SQLException {
    Map<MessageId, NewMessage> fresh = new LinkedHashMap<>();
    List<Event> story = new ArrayList<>();
    for (LedgerEntry entry : batch) {
      if (entry instanceof LedgerEntry.Routed routed) {
        OutgoingMessage message = routed.message();
        fresh.put(
            message.id(),
            new NewMessage(
                message, message.encoded(), MessageStatus.QUEUED, Optional.of(routed.connector())));
        story.add(accepted(message));
        story.add(new Event(message.id(), routed.at(), MessageStatus.QUEUED, queued(routed)));
      } else if (entry instanceof LedgerEntry.Unroutable none) {
        OutgoingMessage message = none.message();
        fresh.put(
            message.id(),
            new NewMessage(message, message.encoded(), MessageStatus.REJECTED, Optional.empty()));
        story.add(accepted(message));
        story.add(new Event(message.id(), none.at(), MessageStatus.REJECTED, none.reason()));
      }
    }
    recorded.addAll(fresh.keySet());
    store.existing(fresh.keySet()).forEach(fresh::remove);
    store.insert(List.copyOf(fresh.values()));
    story.stream().filter(event -> fresh.containsKey(event.message())).forEach(events::add);
    Set<MessageId> refused = new HashSet<>();
    fresh.values().stream()
        .filter(each -> each.status() == MessageStatus.REJECTED)
        .forEach(each -> refused.add(each.message().id()));
    store
        .load(refused)
        .values()
        .forEach(row -> push(row, row.createdAt(), Optional.of("no route")));
  }

  private static Event accepted(OutgoingMessage message) {
    return new Event(message.id(), message.acceptedAt(), MessageStatus.ACCEPTED, "");
  }

  private static String queued(LedgerEntry.Routed routed) {
    OutgoingMessage message = routed.message();
    String when =
        message.notBefore().isAfter(message.acceptedAt())
            ? ", to leave at " + message.notBefore()
            : "";
    return "default route to " + routed.connector() + when;
  }

  private void applyAnswers(List<LedgerEntry> batch) throws SQLException {
    Set<MessageId> ids = new LinkedHashSet<>();
    for (LedgerEntry entry : batch) {
      if (entry instanceof LedgerEntry.Submitted submitted) {
        ids.add(submitted.outcome().message());
      } else if (entry instanceof LedgerEntry.Expired expired) {
        ids.add(expired.message());
      }
    }
    rows.putAll(store.load(ids));
    for (LedgerEntry entry : batch) {
      if (entry instanceof LedgerEntry.Submitted submitted) {
        withPart(
            submitted.outcome().message(),
            submitted.outcome().part(),
            entry,
            (row, part) -> answer(row, part, submitted));
      } else if (entry instanceof LedgerEntry.Expired expired) {
        withPart(
            expired.message(), expired.part(), entry, (row, part) -> expire(row, part, expired));
      }
    }
    flush();
    for (var named : namedNow.entrySet()) {
      apply(parked.take(named.getKey(), named.getValue()));
    }
  }

  @FunctionalInterface
  private interface PartAction {
    void apply(OutgoingRow row, SegmentProgress part);
  }

  private void withPart(MessageId id, int part, LedgerEntry entry, PartAction action) {
    OutgoingRow row = rows.get(id);
    if (row == null) {
      early.add(entry);
    } else {
      row.progress().segment(part).ifPresent(segment -> action.apply(row, segment));
    }
  }

  private void answer(OutgoingRow row, SegmentProgress part, LedgerEntry.Submitted submitted) {
    ConnectorId connector = submitted.connector();
    SubmitOutcome outcome = submitted.outcome();
    String which = partName(row, part);
    if (outcome instanceof SubmitOutcome.Accepted accepted) {
      if (part.accepted(connector, accepted.carrierMessageId())) {
        name(connector, accepted.carrierMessageId());
        moved(
            row,
            outcome.at(),
            connector + " accepted " + which + "as " + accepted.carrierMessageId());
      }
    } else if (outcome instanceof SubmitOutcome.Rejected rejected) {
      if (part.rejected()) {
        moved(row, outcome.at(), connector + " refused " + which + "with " + rejected.reason());
      }
    } else if (outcome instanceof SubmitOutcome.Unknown unknown) {
      if (part.outcomeUnknown(connector)) {
        unknownNow
            .computeIfAbsent(connector, id -> new LinkedHashMap<>())
            .computeIfAbsent(row.progress().id(), id -> new HashSet<>())
            .add(part.part());
        moved(row, outcome.at(), connector + ": " + which + unknown.reason());
      }
    } else if (outcome instanceof SubmitOutcome.Deferred deferred) {
      note(
          row,
          outcome.at(),
          connector + ": " + which + deferred.reason() + "; it will be tried again");
    }
  }

  private void expire(OutgoingRow row, SegmentProgress part, LedgerEntry.Expired expired) {
    if (part.expired()) {
      moved(row, expired.at(), "not sent before its validity ended at " + row.expiresAt());
    }
  }

  private void name(ConnectorId connector, String carrierMessageId) {
    namedNow
        .computeIfAbsent(connector, id -> new LinkedHashSet<>())
        .add(CarrierMessageKeys.of(carrierMessageId).primary());
  }

  private void applyReceipts(List<LedgerEntry> batch) throws SQLException {
    List<LinkEvent.Receipt> receipts = new ArrayList<>();
    batch.forEach(
        entry -> {
          if (entry instanceof LedgerEntry.Receipt receipt) {
            receipts.add(receipt.receipt());
          }
        });
    apply(receipts);
  }

  private void apply(List<LinkEvent.Receipt> receipts) throws SQLException {
    if (receipts.isEmpty()) {
      return;
    }
    Map<LinkEvent.Receipt, ReceiptMatcher.Part> parts = matcher.match(receipts);
    Set<MessageId> missing = new HashSet<>();
    parts.values().forEach(part -> missing.add(part.message()));
    missing.removeAll(rows.keySet());
    rows.putAll(store.load(missing));
    for (LinkEvent.Receipt receipt : receipts) {
      ReceiptMatcher.Part part = parts.get(receipt);
      if (part == null) {
        parked.park(receipt);
      } else {
        OutgoingRow row = rows.get(part.message());
        row.progress().segment(part.part()).ifPresent(segment -> tell(row, segment, receipt));
      }
    }
    flush();
  }

  private void tell(OutgoingRow row, SegmentProgress part, LinkEvent.Receipt event) {
    DeliveryReceipt receipt = event.receipt();
    String word = receipt.stateWord().isEmpty() ? receipt.state().word() : receipt.stateWord();
    String error = receipt.error().isEmpty() ? "" : " error " + receipt.error();
    String detail = event.connector() + " reports " + partName(row, part) + word + error;
    if (part.receipt(event.connector(), receipt.state(), receipt.carrierMessageId())) {
      moved(row, event.at(), detail);
    } else if (!part.status().isFinal()) {
      note(row, event.at(), detail);
    }
  }

  /** A part moved: the message may have moved with it. */
  private void moved(OutgoingRow row, Instant at, String detail) {
    changed.add(row.progress().id());
    if (!row.progress().settle()) {
      return;
    }
    MessageStatus status = row.progress().status();
    note(row, at, detail);
    if (status.isFinal() || status == MessageStatus.UNKNOWN) {
      push(row, at, Optional.of(detail));
    }
  }

  private void note(OutgoingRow row, Instant at, String detail) {
    events.add(new Event(row.progress().id(), at, row.progress().status(), detail));
  }

  private void push(OutgoingRow row, Instant at, Optional<String> detail) {
    if (directory.webhookOf(row.clientId()).filter(WebhookView::enabled).isPresent()) {
      pushes.add(StatusPush.of(row, at, detail));
    }
  }

  private void flush() throws SQLException {
    Collection<OutgoingRow> updates = changed.stream().map(rows::get).toList();
    store.update(updates);
    changed.clear();
  }

  private Map<ConnectorId, List<OutgoingMessage>> resend() throws SQLException {
    Map<ConnectorId, List<OutgoingMessage>> resend = new LinkedHashMap<>();
    for (var entry : unknownNow.entrySet()) {
      ConnectorView connector = directory.connectors().get(entry.getKey());
      if (connector != null && connector.onUnknown() == OnUnknown.RESEND) {
        List<OutgoingMessage> messages = new ArrayList<>();
        for (var parts : entry.getValue().entrySet()) {
          messages.add(store.envelope(parts.getKey()).retry(parts.getValue()));
        }
        resend.put(entry.getKey(), messages);
      }
    }
    return resend;
  }

  private static String partName(OutgoingRow row, SegmentProgress part) {
    int count = row.progress().segments().size();
    return count == 1 ? "" : "part %d of %d ".formatted(part.part(), count);
  }
}
