package io.chasqui.app.messaging;

import io.chasqui.domain.message.MessageId;

/** Ids of messages. */
public final class MessageIdCodec extends BatchCodec<MessageId> {
  public static final MessageIdCodec INSTANCE = new MessageIdCodec();

  private MessageIdCodec() {
    super('N');
  }

  @Override
  void write(MessageId id, EnvelopeOutput out) {
    out.id(id);
  }

  @Override
  MessageId read(EnvelopeInput in) {
    return in.id();
  }
}
