package io.chasqui.smpp.link;

import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.message.MessageId;

/** One submit on its way: whose it is and who wants to know; the message itself is not kept. */
record Unanswered(int sequence, MessageId message, int part, OutcomeSink sink) {}
