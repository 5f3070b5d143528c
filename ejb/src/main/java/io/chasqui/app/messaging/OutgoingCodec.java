package io.chasqui.app.messaging;

import io.chasqui.domain.address.Destination;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.outgoing.Content;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.OutgoingMessage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Messages on their way out. Version 1 knew texts only; version 2 one way of writing them, full
 * numbers only and no replaced contents. {@link LedgerCodec} holds such messages under its own
 * version, which goes with this one.
 */
public final class OutgoingCodec extends BatchCodec<OutgoingMessage> {
  public static final OutgoingCodec INSTANCE = new OutgoingCodec();

  static final int VERSION = 3;

  private static final int TEXT = 1;
  private static final int OCTETS = 2;

  private OutgoingCodec() {
    super('O', VERSION);
  }

  @Override
  void write(OutgoingMessage message, EnvelopeOutput out) {
    out.id(message.id());
    out.text(message.clientId());
    out.address(message.from());
    out.address(message.to().address());
    write(message.content(), out);
    out.optionalText(message.clientReference());
    out.instant(message.acceptedAt());
    out.instant(message.notBefore());
    out.instant(message.expiresAt());
    out.number(message.attempt());
    out.octet(message.parts().size());
    message.parts().forEach(out::octet);
    out.octet(message.origin().isPresent() ? 1 : 0);
    message.origin().ifPresent(origin -> write(origin, out));
    out.optionalText(WritingText.of(message.writing()));
  }

  @Override
  OutgoingMessage read(EnvelopeInput in) {
    return new OutgoingMessage(
        in.id(),
        in.text(),
        in.address(),
        in.version() > 2 ? Destination.of(in.address()) : Msisdn.of(in.text()),
        content(in),
        in.optionalText(),
        in.instant(),
        in.instant(),
        in.instant(),
        in.number(),
        parts(in),
        in.version() > 1 && in.octet() == 1 ? Optional.of(origin(in)) : Optional.empty(),
        in.version() > 2 ? WritingText.read(in.optionalText()) : Writing.STANDARD);
  }

  private static void write(Content content, EnvelopeOutput out) {
    if (content instanceof Content.Octets octets) {
      out.octet(OCTETS);
      out.octet(octets.coding().value());
      out.octets(octets.data().octets());
      out.octet(octets.data().udhi() ? 1 : 0);
    } else {
      out.octet(TEXT);
    }
    out.text(content.text());
  }

  private static Content content(EnvelopeInput in) {
    int type = in.version() > 1 ? in.octet() : TEXT;
    return switch (type) {
      case TEXT -> new Content.Text(in.text());
      case OCTETS ->
          new Content.Octets(
              DataCodingScheme.of(in.octet()),
              new UserData(in.octets(), in.octet() == 1),
              in.text());
      default -> throw new IllegalArgumentException("content type " + type);
    };
  }

  private static void write(EsmeOrigin origin, EnvelopeOutput out) {
    out.text(origin.account().value());
    out.id(origin.toldAs());
    out.octet(origin.asked().value());
    out.address(origin.destination());
    out.text(origin.options().serviceType());
    out.octet(origin.options().priority());
    out.octet(origin.options().protocolId());
    out.number(origin.revision());
  }

  private static EsmeOrigin origin(EnvelopeInput in) {
    return new EsmeOrigin(
        SystemId.of(in.text()),
        in.id(),
        new RegisteredDelivery(in.octet()),
        in.address(),
        new SubmitOptions(in.text(), in.octet(), in.octet()),
        in.version() > 2 ? in.number() : 0);
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
