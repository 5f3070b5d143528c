package io.chasqui.app.ledger;

import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.WebhookView;
import io.chasqui.app.outbox.EsmeOutbox;
import io.chasqui.app.outbox.PendingDelivery;
import io.chasqui.app.webhooks.PendingEvent;
import io.chasqui.app.webhooks.WebhookOutbox;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.outgoing.SegmentProgress;
import io.chasqui.domain.receipt.ReceiptState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The messages a batch of news speaks of, locked and in memory while it is applied, with the story
 * and the pushes that come of it.
 */
final class LedgerPage {
  private final Connection connection;
  private final DirectorySnapshot directory;
  private final OutgoingRows store;
  private final Map<MessageId, OutgoingRow> rows = new HashMap<>();
  private final Set<MessageId> changed = new LinkedHashSet<>();
  private final List<Event> story = new ArrayList<>();
  private final KnownLines known;
  private final List<PendingEvent> pushes = new ArrayList<>();
  private final List<PendingDelivery> receipts = new ArrayList<>();

  LedgerPage(Connection connection, DirectorySnapshot directory) {
    this.connection = connection;
    this.directory = directory;
    this.store = new OutgoingRows(connection);
    this.known = new KnownLines(connection);
  }

  /** Takes in hand those that are stored and not in hand yet. */
  void load(Collection<MessageId> messages) throws SQLException {
    Set<MessageId> missing = new HashSet<>(messages);
    missing.removeAll(rows.keySet());
    rows.putAll(store.load(missing));
  }

  /** Takes the stories of these messages in hand as well, so that {@link #isTold} knows them. */
  void loadStories(Collection<MessageId> messages) throws SQLException {
    known.load(messages);
  }

  /** Whether a loaded story has this line already: it is news that came before. */
  boolean isTold(OutgoingRow row, Instant at, String detail) {
    return known.has(line(row, at, detail));
  }

  Optional<OutgoingRow> row(MessageId message) {
    return Optional.ofNullable(rows.get(message));
  }

  /** A part moved. Answers whether the message moved with it, as its story then says. */
  boolean moved(OutgoingRow row, Instant at, String detail) {
    return moved(row, at, detail, "");
  }

  /** As above, by a carrier that gave an error code; empty when it gave none. */
  boolean moved(OutgoingRow row, Instant at, String detail, String error) {
    changed.add(row.progress().id());
    if (!row.progress().settle()) {
      return false;
    }
    MessageStatus status = row.progress().status();
    note(row, at, detail);
    if (status.isFinal() || status == MessageStatus.UNKNOWN) {
      push(row, at, detail);
    }
    EsmeReceipt.ofFinal(row, at, error).ifPresent(receipts::add);
    return true;
  }

  /** A carrier tells how a message is getting on. */
  void onTheWay(OutgoingRow row, Instant at, ReceiptState state, String error) {
    EsmeReceipt.ofIntermediate(row, state, at, error).ifPresent(receipts::add);
  }

  /** A message was refused at once. */
  void refused(OutgoingRow row, Instant at, String detail) {
    push(row, at, detail);
    EsmeReceipt.ofFinal(row, at, "").ifPresent(receipts::add);
  }

  void note(OutgoingRow row, Instant at, String detail) {
    tell(line(row, at, detail));
  }

  void tell(Event event) {
    story.add(event);
    known.add(event);
  }

  private static Event line(OutgoingRow row, Instant at, String detail) {
    return new Event(row.progress().id(), at, row.progress().status(), detail);
  }

  /** Has the client told how the message stands, if it has a webhook that is switched on. */
  private void push(OutgoingRow row, Instant at, String detail) {
    if (directory.webhookOf(row.clientId()).filter(WebhookView::enabled).isPresent()) {
      pushes.add(StatusPush.of(row, at, Optional.of(detail)));
    }
  }

  /** Writes the statuses as they are now, so that queries see them. */
  void flush() throws SQLException {
    store.update(changed.stream().map(rows::get).toList());
    changed.clear();
  }

  /**
   * Writes what is left.
   *
   * @return whether there is something to push
   */
  boolean close() throws SQLException {
    flush();
    store.insertEvents(story);
    WebhookOutbox.add(connection, pushes);
    EsmeOutbox.add(connection, receipts);
    return !pushes.isEmpty();
  }

  /** Whose outbox has got something. */
  Set<SystemId> esmes() {
    return receipts.stream().map(PendingDelivery::account).collect(Collectors.toSet());
  }

  /** {@code part 2 of 3 }, nothing when there is just one. */
  static String partName(OutgoingRow row, SegmentProgress part) {
    int count = row.progress().segments().size();
    return count == 1 ? "" : "part %d of %d ".formatted(part.part(), count);
  }
}
