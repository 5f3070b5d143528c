package io.chasqui.app.ledger;

import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.util.List;
import java.util.Map;

/**
 * What follows from a batch that was written down.
 *
 * @param recorded messages now in the database
 * @param early news about messages that are not there yet
 * @param resend messages of unknown outcome whose connector's policy is to send again
 * @param pushes whether there are new webhook deliveries
 */
public record LedgerResult(
    List<MessageId> recorded,
    List<LedgerEntry> early,
    Map<ConnectorId, List<OutgoingMessage>> resend,
    boolean pushes) {}
