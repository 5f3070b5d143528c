package io.chasqui.app.ledger;

import io.chasqui.app.ledger.LedgerResult.Errand;
import io.chasqui.app.ledger.ResendTable.Resend;
import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.receipts.CarrierReading;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.operations.OnUnknown;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One batch of news on its way into the database, within one transaction: new messages first, then
 * the links' answers, then receipts, which may speak of any of them.
 */
final class LedgerBatch {
  private final DirectorySnapshot directory;
  private final LedgerPage page;
  private final NewMessages arrivals;
  private final Answers answers;
  private final Receipts receipts;
  private final ResendTable resends;

  /**
   * @param receiptsSince receipts and unanswered messages from before belong to nothing any more
   * @param readings how each carrier's receipts are read
   */
  LedgerBatch(
      Connection connection,
      DirectorySnapshot directory,
      Instant receiptsSince,
      Function<ConnectorId, CarrierReading> readings) {
    this.directory = directory;
    this.page = new LedgerPage(connection, directory);
    this.arrivals = new NewMessages(new OutgoingRows(connection), page);
    this.answers = new Answers(page);
    this.receipts =
        new Receipts(
            page,
            new ReceiptMatcher(connection, receiptsSince, readings),
            new ParkedReceipts(connection, receiptsSince),
            readings);
    this.resends = new ResendTable(connection);
  }

  LedgerResult write(List<LedgerEntry> batch) throws SQLException {
    List<MessageId> recorded = arrivals.write(batch);
    answers.apply(batch);
    receipts.applyParked(answers.named());
    receipts.apply(batch);
    List<Resend> again = toSendAgain();
    resends.add(again);
    Set<Errand> waiting = EnumSet.noneOf(Errand.class);
    if (!again.isEmpty()) {
      waiting.add(Errand.RESEND);
    }
    if (page.close()) {
      waiting.add(Errand.PUSH);
    }
    return new LedgerResult(recorded, answers.early(), waiting, page.esmes(), receipts.sightings());
  }

  private List<Resend> toSendAgain() {
    return answers.unknown().entrySet().stream()
        .filter(lost -> sendsAgain(lost.getValue()))
        .map(lost -> new Resend(lost.getKey(), lost.getValue()))
        .toList();
  }

  private boolean sendsAgain(ConnectorId connector) {
    return Optional.ofNullable(directory.connectors().get(connector))
        .map(ConnectorView::onUnknown)
        .filter(OnUnknown.RESEND::equals)
        .isPresent();
  }
}
