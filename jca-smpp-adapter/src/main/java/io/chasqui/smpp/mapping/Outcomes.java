package io.chasqui.smpp.mapping;

import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.SubmitAnswer;
import java.time.Instant;

/** The one place where a command_status becomes an outcome (SMPP 3.4, table 5-2). */
public final class Outcomes {
  private Outcomes() {}

  public static SubmitOutcome of(SubmitAnswer answer, MessageId message, int part, Instant at) {
    int status = answer.status();
    if (answer.nack()) {
      return new SubmitOutcome.Rejected(
          message, part, at, status, "generic_nack " + CommandStatus.describe(status));
    }
    if (status == CommandStatus.OK) {
      return new SubmitOutcome.Accepted(message, part, at, answer.messageId());
    }
    String reason = CommandStatus.describe(status);
    return isPassing(status)
        ? new SubmitOutcome.Deferred(message, part, at, status, reason)
        : new SubmitOutcome.Rejected(message, part, at, status, reason);
  }

  /**
   * Whether the refusal speaks of the SMSC's or the session's moment and not of the message. (0x65
   * is the receiver's <em>permanent</em> error, so it is not among them.)
   */
  private static boolean isPassing(int status) {
    return switch (status) {
      case CommandStatus.INVALID_BIND_STATUS,
          CommandStatus.SYSTEM_ERROR,
          CommandStatus.QUEUE_FULL,
          CommandStatus.SUBMIT_FAILED,
          CommandStatus.THROTTLED,
          CommandStatus.TEMPORARY_APPLICATION_ERROR ->
          true;
      default -> false;
    };
  }
}
