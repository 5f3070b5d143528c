package io.chasqui.smpp.mapping;

import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.SubmitAnswer;
import java.time.Instant;

/**
 * The one place where a command_status becomes an outcome (SMPP 3.4, table 5-2): what passes by the
 * connector's table is deferred, every other refusal is for good.
 */
public final class Outcomes {
  private Outcomes() {}

  public static SubmitOutcome of(
      SubmitAnswer answer, StatusTable statuses, MessageId message, int part, Instant at) {
    int status = answer.status();
    if (status == CommandStatus.OK && !answer.nack()) {
      return new SubmitOutcome.Accepted(message, part, at, answer.messageId());
    }
    String reason = (answer.nack() ? "generic_nack " : "") + CommandStatus.describe(status);
    return statuses.policy(status).isPassing()
        ? new SubmitOutcome.Deferred(message, part, at, status, reason)
        : new SubmitOutcome.Rejected(message, part, at, status, reason);
  }
}
