package io.chasqui.domain.link;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.receipt.DeliveryReceipt;
import java.time.Instant;

/** Something a link brought in. The wire acknowledges it only after the listener has returned. */
public sealed interface LinkEvent {
  ConnectorId connector();

  Instant at();

  /**
   * A mobile-originated short message, whole or one part of a long one.
   *
   * @param id ours, given at reception and kept when the listener is asked again; a message the
   *     peer repeats is a new one
   * @param userData octets as received, header included when {@code udhi}
   */
  record Incoming(
      ConnectorId connector,
      Instant at,
      MessageId id,
      Address source,
      Address destination,
      DataCodingScheme coding,
      byte[] userData,
      boolean udhi)
      implements LinkEvent {}

  /**
   * A delivery receipt.
   *
   * @param source the number the message had gone to; {@code destination} the sender it had had
   */
  record Receipt(
      ConnectorId connector,
      Instant at,
      Address source,
      Address destination,
      DeliveryReceipt receipt)
      implements LinkEvent {}
}
