package io.chasqui.app.ledger;

import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import java.time.Instant;

/** A line in a message's story. */
record Event(MessageId message, Instant at, MessageStatus status, String detail) {}
