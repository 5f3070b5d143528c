package io.chasqui.app.ledger;

import io.chasqui.domain.message.MessageId;

/** One part of an outgoing message, 1-based. */
record PartId(MessageId message, int part) {}
