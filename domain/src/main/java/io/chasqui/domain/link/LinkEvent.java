package io.chasqui.domain.link;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.UserData;
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
      implements LinkEvent {

    /** With what the peer means by data_coding 0 said in a coding all agree on. */
    public Incoming agreed(SmscAlphabet zero) {
      if (!coding.equals(DataCodingScheme.DEFAULT)) {
        return this;
      }
      UserData data = zero.unpacked(new UserData(userData, udhi));
      return new Incoming(
          connector, at, id, source, destination, zero.agreed(data), data.octets(), data.udhi());
    }
  }

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
