package io.chasqui.modem.hilink;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.domain.receipt.ReceiptState;
import io.chasqui.modem.device.ModemSurroundings;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Empties a stick's inbox: what was taken is deleted there, and only that, since a stick with 500
 * messages takes no more. Used by one thread.
 */
final class Inbox {
  private static final Logger LOG = System.getLogger(Inbox.class.getName());
  private static final int PAGE = 20;
  private static final int MOST_PAGES = 50;

  /** Inbox, of the stick and of its SIM (BoxType). */
  private static final List<Integer> BOXES = List.of(1, 5);

  private final HilinkSession session;
  private final ModemSurroundings around;
  private final HilinkTimers timers;
  private final AwaitedReports reports;

  /** Messages of several parts, and when they were last seen to grow. */
  private final Map<Integer, Growing> growing = new HashMap<>();

  /** What the reports speak of that lie there and have been read. */
  private final Map<Integer, List<String>> reported = new HashMap<>();

  private record Growing(String content, Instant since) {}

  Inbox(
      HilinkSession session,
      ModemSurroundings around,
      HilinkTimers timers,
      AwaitedReports reports) {
    this.session = session;
    this.around = around;
    this.timers = timers;
    this.reports = reports;
  }

  /**
   * @throws IOException when the stick does not answer
   * @throws RuntimeException when the application did not take a message: it stays where it is
   */
  void empty(IncomingParts parts, Xml counts) throws IOException {
    for (int box : BOXES) {
      int waiting = counts.count(box == 1 ? "LocalInbox" : "SimInbox");
      if (waiting > 0) {
        take(ripe(list(box, waiting)), parts);
      }
    }
  }

  /** Newest first, as it comes; page after page before anything is deleted. */
  private List<StoredMessage> list(int box, int waiting) throws IOException {
    List<StoredMessage> all = new ArrayList<>();
    int pages = Math.min(MOST_PAGES, (waiting + PAGE - 1) / PAGE);
    for (int page = 1; page <= pages; page++) {
      Xml answer =
          session.post(
              "/api/sms/sms-list",
              Xml.request(
                  Xml.element("PageIndex", page),
                  Xml.element("ReadCount", PAGE),
                  Xml.element("BoxType", box),
                  Xml.element("SortType", 0),
                  Xml.element("Ascending", 0),
                  Xml.element("UnreadPreferred", 0)));
      answer.all("Message").stream()
          .map(StoredMessage::of)
          .filter(each -> all.stream().noneMatch(known -> known.index() == each.index()))
          .forEach(message -> all.add(0, message));
    }
    return all;
  }

  private List<StoredMessage> ripe(List<StoredMessage> all) {
    List<StoredMessage> ripe = all.stream().filter(this::isRipe).toList();
    growing.keySet().retainAll(all.stream().map(StoredMessage::index).toList());
    return ripe;
  }

  private boolean isRipe(StoredMessage message) {
    if (!message.mayGrow()) {
      return true;
    }
    Instant now = around.clock().instant();
    Growing seen = growing.get(message.index());
    if (seen == null || !seen.content().equals(message.content())) {
      growing.put(message.index(), new Growing(message.content(), now));
      return timers.settling().isZero();
    }
    return !now.isBefore(seen.since().plus(timers.settling()));
  }

  private void take(List<StoredMessage> messages, IncomingParts parts) throws IOException {
    for (int from = 0; from < messages.size(); from += PAGE) {
      takeTogether(messages.subList(from, Math.min(messages.size(), from + PAGE)), parts);
    }
  }

  /** One by one when not taken together, so that one nobody can take holds up no other. */
  private void takeTogether(List<StoredMessage> messages, IncomingParts parts) throws IOException {
    try {
      takeOnce(messages, parts);
    } catch (RuntimeException e) {
      if (messages.size() == 1) {
        throw e;
      }
      takeEach(messages, parts);
    }
  }

  private void takeEach(List<StoredMessage> messages, IncomingParts parts) throws IOException {
    RuntimeException last = null;
    for (StoredMessage message : messages) {
      try {
        takeOnce(List.of(message), parts);
      } catch (RuntimeException e) {
        last = e;
      }
    }
    if (last != null) {
      throw last;
    }
  }

  private void takeOnce(List<StoredMessage> messages, IncomingParts parts) throws IOException {
    Instant now = around.clock().instant();
    List<LinkEvent> batch = new ArrayList<>();
    for (StoredMessage message : messages) {
      batch.addAll(
          message.report().isPresent()
              ? receipts(message, message.report().get(), now)
              : parts.of(message, now));
    }
    if (!batch.isEmpty()) {
      around.listener().onEvents(batch);
    }
    messages.forEach(message -> reported.remove(message.index()));
    delete(messages.stream().map(message -> Xml.element("Index", message.index())).toList());
  }

  /** What cannot be deleted is marked as read, and taken again later under the same id. */
  private void delete(List<String> indexes) throws IOException {
    try {
      session.post("/api/sms/delete-sms", Xml.request(indexes.toArray(String[]::new)));
    } catch (HilinkException e) {
      for (String index : indexes) {
        session.post("/api/sms/set-read", Xml.request(index));
      }
      throw e;
    }
  }

  private List<LinkEvent> receipts(StoredMessage report, ReceiptState state, Instant now) {
    List<String> references =
        reported.computeIfAbsent(
            report.index(), index -> reports.next(report.phone()).orElse(List.of()));
    if (references.isEmpty()) {
      LOG.log(
          Level.INFO,
          "{0}: a delivery report for a message of before the start is of no use",
          around.label());
    }
    return references.stream().map(reference -> receipt(reference, report, state, now)).toList();
  }

  private LinkEvent receipt(
      String reference, StoredMessage report, ReceiptState state, Instant now) {
    return new LinkEvent.Receipt(
        around.connector(),
        now,
        Address.infer(report.phone()),
        Address.infer(""),
        new DeliveryReceipt(reference, state, state.word(), ""));
  }
}
