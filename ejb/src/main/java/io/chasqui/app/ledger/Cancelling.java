package io.chasqui.app.ledger;

import io.chasqui.app.ledger.WithdrawalTable.Withdrawal;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes messages back within one transaction: their status, story and receipts, and that no
 * envelope of theirs may leave. Whoever calls keeps them from leaving meanwhile.
 */
final class Cancelling {
  private static final int NO_REVISION = Integer.MAX_VALUE;

  private final Connection connection;
  private final LedgerPage page;
  private final List<Withdrawal> withdrawals = new ArrayList<>();

  Cancelling(Connection connection, DirectorySnapshot directory) {
    this.connection = connection;
    this.page = new LedgerPage(connection, directory);
  }

  /**
   * @param cause for their story
   */
  Withdrawn cancel(Collection<MessageId> messages, Instant at, String cause) throws SQLException {
    page.load(messages);
    Set<MessageId> cancelled = new HashSet<>();
    for (MessageId message : messages) {
      Optional<OutgoingRow> row = page.row(message);
      if (row.isPresent() && cancel(row.get(), at, cause)) {
        cancelled.add(message);
      }
    }
    new WithdrawalTable(connection).put(withdrawals);
    Sql.batch(
        connection,
        "DELETE FROM replacement WHERE message_id = ?",
        cancelled,
        (statement, message) -> statement.setBytes(1, message.bytes()));
    boolean push = page.close();
    return new Withdrawn(cancelled, NO_REVISION, push, page.esmes());
  }

  private boolean cancel(OutgoingRow row, Instant at, String cause) {
    if (row.progress().cancel()) {
      page.moved(row, at, cause);
      withdrawals.add(new Withdrawal(row.progress().id(), NO_REVISION, row.expiresAt()));
    }
    return row.progress().status() == MessageStatus.CANCELLED;
  }
}
