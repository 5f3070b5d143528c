package io.chasqui.modem.hilink;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import io.chasqui.modem.device.StoredMessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stick's message as the pipeline takes it. Sticks join long messages, so it is cut again; its
 * ids are the same each time it is read.
 *
 * @param stick what tells this stick from others, best its IMEI
 * @param own the SIM's number
 */
record IncomingParts(ConnectorId connector, String stick, Address own) {
  /** Longest address there is (SMPP 3.4, 5.2.9). */
  private static final int LONGEST_ADDRESS = 20;

  List<LinkEvent> of(StoredMessage message, Instant now) {
    EncodedText text = EncodedText.of(message.content());
    Instant at = message.sentAt();
    MessageId first = id(message, at, 1);
    List<UserData> parts = text.segments((int) (first.low() & 0xFF));
    List<LinkEvent> events = new ArrayList<>();
    for (int part = 1; part <= parts.size(); part++) {
      UserData data = parts.get(part - 1);
      events.add(
          new LinkEvent.Incoming(
              connector,
              now,
              id(message, at, part),
              sender(message.phone()),
              own,
              text.coding(),
              data.octets(),
              data.udhi()));
    }
    return events;
  }

  private MessageId id(StoredMessage message, Instant at, int part) {
    return StoredMessageId.of(
        at,
        stick,
        Integer.toString(message.index()),
        message.phone(),
        message.content(),
        Integer.toString(part));
  }

  private static Address sender(String phone) {
    return Address.infer(phone.substring(0, Math.min(phone.length(), LONGEST_ADDRESS)));
  }
}
