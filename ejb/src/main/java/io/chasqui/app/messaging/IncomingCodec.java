package io.chasqui.app.messaging;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;

/** Mobile-originated segments as a link received them. */
public final class IncomingCodec extends BatchCodec<LinkEvent.Incoming> {
  public static final IncomingCodec INSTANCE = new IncomingCodec();

  private IncomingCodec() {
    super('I', 1);
  }

  @Override
  void write(LinkEvent.Incoming segment, EnvelopeOutput out) {
    out.text(segment.connector().value());
    out.instant(segment.at());
    out.id(segment.id());
    out.address(segment.source());
    out.address(segment.destination());
    out.octet(segment.coding().value());
    out.octets(segment.userData());
    out.octet(segment.udhi() ? 1 : 0);
  }

  @Override
  LinkEvent.Incoming read(EnvelopeInput in) {
    return new LinkEvent.Incoming(
        ConnectorId.of(in.text()),
        in.instant(),
        in.id(),
        in.address(),
        in.address(),
        DataCodingScheme.of(in.octet()),
        in.octets(),
        in.octet() == 1);
  }
}
