package io.chasqui.app.messaging;

import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.util.HashSet;
import java.util.Set;

/** Messages on their way out. */
public final class OutgoingCodec extends BatchCodec<OutgoingMessage> {
  public static final OutgoingCodec INSTANCE = new OutgoingCodec();

  private OutgoingCodec() {
    super('O');
  }

  @Override
  void write(OutgoingMessage message, EnvelopeOutput out) {
    out.id(message.id());
    out.text(message.clientId());
    out.address(message.from());
    out.text(message.to().value());
    out.text(message.text());
    out.optionalText(message.clientReference());
    out.instant(message.acceptedAt());
    out.instant(message.notBefore());
    out.instant(message.expiresAt());
    out.number(message.attempt());
    out.octet(message.parts().size());
    message.parts().forEach(out::octet);
  }

  @Override
  OutgoingMessage read(EnvelopeInput in) {
    return new OutgoingMessage(
        in.id(),
        in.text(),
        in.address(),
        Msisdn.of(in.text()),
        in.text(),
        in.optionalText(),
        in.instant(),
        in.instant(),
        in.instant(),
        in.number(),
        parts(in));
  }

  private static Set<Integer> parts(EnvelopeInput in) {
    int count = in.octet();
    Set<Integer> parts = new HashSet<>();
    for (int i = 0; i < count; i++) {
      parts.add(in.octet());
    }
    return parts;
  }
}
