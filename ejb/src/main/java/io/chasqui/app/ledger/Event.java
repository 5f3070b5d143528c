package io.chasqui.app.ledger;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.time.Instant;

/** A line in a message's story. */
record Event(MessageId message, Instant at, MessageStatus status, String detail) {
  private static final int LONGEST_DETAIL = 500;

  /** As far as the database has room for it. */
  String storedDetail() {
    return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
  }
}
