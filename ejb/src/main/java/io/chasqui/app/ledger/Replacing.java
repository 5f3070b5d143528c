package io.chasqui.app.ledger;

import io.chasqui.app.ledger.ReplacementTable.Due;
import io.chasqui.app.ledger.WithdrawalTable.Withdrawal;
import io.chasqui.app.messaging.ReplacementNotes.Revision;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.domain.encoding.TextTooLongException;
import io.chasqui.domain.encoding.UnwritableTextException;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.ShortMessages;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts another content into the place of waiting messages' own, within one transaction: what is
 * stored of them, that no older envelope may leave, and the new one, to be sent. Whoever calls
 * keeps them from leaving meanwhile.
 */
final class Replacing {
  private final Connection connection;
  private final LedgerPage page;
  private final OutgoingRows rows;

  Replacing(Connection connection, DirectorySnapshot directory) {
    this.connection = connection;
    this.page = new LedgerPage(connection, directory);
    this.rows = new OutgoingRows(connection);
  }

  /**
   * @param cause for their story
   */
  Withdrawn replace(Collection<MessageId> messages, Replacement by, Instant at, String cause)
      throws SQLException {
    page.load(messages);
    Map<MessageId, Integer> replaced = new HashMap<>();
    for (MessageId message : messages) {
      Optional<OutgoingRow> row = page.row(message).filter(Replacing::isReplaceable);
      Optional<ShortMessages> cut = row.isPresent() ? cut(message, by) : Optional.empty();
      if (cut.isPresent()) {
        replaced.put(message, replace(row.get(), by, cut.get()));
        page.note(row.get(), at, story(cause, by, at));
      }
    }
    return new Withdrawn(replaced, page.close(), page.esmes());
  }

  private static boolean isReplaceable(OutgoingRow row) {
    return row.progress().isWaiting() && row.origin().isPresent() && row.connector().isPresent();
  }

  /** Empty when its connector cannot be given such a content. */
  private Optional<ShortMessages> cut(MessageId message, Replacement by) throws SQLException {
    try {
      return Optional.of(rows.envelope(message).shortMessages(by.content()));
    } catch (TextTooLongException | UnwritableTextException e) {
      return Optional.empty();
    }
  }

  private int replace(OutgoingRow row, Replacement by, ShortMessages cut) throws SQLException {
    MessageId id = row.progress().id();
    ConnectorId connector = ConnectorId.of(row.connector().orElseThrow());
    int revision = row.origin().orElseThrow().revision() + 1;
    rows.replace(id, by, cut, connector, revision);
    Instant last = row.expiresAt().isAfter(by.expiresAt()) ? row.expiresAt() : by.expiresAt();
    new WithdrawalTable(connection).put(List.of(new Withdrawal(id, revision, last)));
    new ReplacementTable(connection)
        .put(List.of(new Due(new Revision(id, revision), connector, by.notBefore())));
    return revision;
  }

  private static String story(String cause, Replacement by, Instant at) {
    return by.notBefore().isAfter(at) ? cause + ", to leave at " + by.notBefore() : cause;
  }
}
