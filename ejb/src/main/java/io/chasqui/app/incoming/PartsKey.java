package io.chasqui.app.incoming;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import java.util.List;

/** What the parts of one long message have in common. */
record PartsKey(
    ConnectorId connector,
    Address source,
    Address destination,
    int referenceBits,
    int reference,
    int total) {

  static PartsKey of(LinkEvent.Incoming segment, Concatenation place) {
    return new PartsKey(
        segment.connector(),
        segment.source(),
        segment.destination(),
        place.referenceBits(),
        place.reference(),
        place.total());
  }

  /** The place of one of them. */
  Concatenation place(int sequence) {
    return new Concatenation(reference, total, sequence, referenceBits);
  }

  /** Types and plans of the addresses, in the order of {@link #columns()}. */
  List<Object> numbering() {
    return List.of(source.ton(), source.npi(), destination.ton(), destination.npi());
  }

  /** As the columns of {@code incoming_set} have them. */
  List<Object> columns() {
    return List.of(
        connector.value(),
        source.display(),
        destination.display(),
        referenceBits,
        reference,
        total);
  }
}
