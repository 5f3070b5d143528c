package io.chasqui.app.ledger;

import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.PastValidity;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.outgoing.SegmentProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messages that were sent, and whose receipt has not come though their validity has been over for
 * long. They expire: a network stops trying when the validity ends, so whatever says otherwise
 * comes too late to be waited for. Within one transaction; two gateways at it settle each message
 * once.
 */
final class OverdueReceipts {
  private static final List<MessageStatus> SENT =
      List.of(MessageStatus.SUBMITTED, MessageStatus.UNKNOWN);

  private final Connection connection;
  private final DirectorySnapshot directory;
  private final Instant now;
  private final Duration wait;
  private final PastValidity past;

  /**
   * @param wait how long a receipt may take after the validity's end
   */
  OverdueReceipts(Connection connection, DirectorySnapshot directory, Instant now, Duration wait) {
    this.connection = connection;
    this.directory = directory;
    this.now = now;
    this.wait = wait;
    this.past = new PastValidity(connection);
  }

  /**
   * Connectors with such messages. Where no receipt of a success is asked for, none is missing, and
   * the messages stay as they are.
   */
  Set<ConnectorId> connectors() throws SQLException {
    Set<ConnectorId> connectors = new LinkedHashSet<>();
    for (MessageStatus status : SENT) {
      connectors.addAll(past.connectors(status, now.minus(wait)));
    }
    connectors.removeIf(this::isSilent);
    return connectors;
  }

  private boolean isSilent(ConnectorId connector) {
    return Optional.ofNullable(directory.connectors().get(connector))
        .filter(view -> view.settings() instanceof SmppLinkSettings)
        .map(view -> ((SmppLinkSettings) view.settings()).submits().receipts())
        .filter(receipts -> !receipts.tellsOfSuccess())
        .isPresent();
  }

  /** Settles a connector's, the longest overdue first, {@code limit} at most. */
  Expiries settle(ConnectorId connector, int limit) throws SQLException {
    List<MessageId> overdue = new ArrayList<>();
    for (MessageStatus status : SENT) {
      overdue.addAll(past.messages(status, connector, now.minus(wait), limit - overdue.size()));
    }
    LedgerPage page = new LedgerPage(connection, directory);
    page.load(overdue);
    long settled =
        overdue.stream()
            .flatMap(message -> page.row(message).stream())
            .filter(row -> expire(page, row))
            .count();
    boolean hasPushes = page.close();
    return new Expiries((int) settled, hasPushes, page.esmes());
  }

  /** Read again under its lock: a receipt, or another gateway, may have been faster. */
  private boolean expire(LedgerPage page, OutgoingRow row) {
    row.progress().segments().forEach(SegmentProgress::expired);
    String detail =
        "no receipt came within %s after its validity ended at %s".formatted(wait, row.expiresAt());
    return page.moved(row, now, detail);
  }
}
