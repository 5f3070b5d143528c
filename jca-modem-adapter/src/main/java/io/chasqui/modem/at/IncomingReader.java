package io.chasqui.modem.at;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.receipt.DeliveryReceipt;
import io.chasqui.modem.device.ModemSurroundings;
import io.chasqui.modem.tpdu.Pdu;
import io.chasqui.modem.tpdu.SmsDeliver;
import io.chasqui.modem.tpdu.SmsStatusReport;
import io.chasqui.modem.tpdu.Tpdu;
import io.chasqui.modem.tpdu.TpduException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What a PDU that came in says to the rest of the gateway. */
final class IncomingReader {
  private final ModemSurroundings surroundings;
  private final SentReferences references;
  private final IncomingIds ids;
  private Address own;

  IncomingReader(ModemSurroundings surroundings, SentReferences references) {
    this.surroundings = surroundings;
    this.references = references;
    this.ids = new IncomingIds(surroundings.label(), surroundings.clock());
    this.own =
        surroundings
            .settings()
            .sim()
            .number()
            .map(number -> number.address())
            .orElse(Address.of(Address.UNKNOWN, Address.UNKNOWN, ""));
  }

  /** The SIM's own number as it says itself, unless the settings name one. */
  void own(Address number) {
    if (own.value().isEmpty()) {
      own = number;
    }
  }

  /**
   * @param place where it lies; empty when it came directly
   * @param length octets of the TPDU as told, -1 when not told
   * @return empty for what was stored to be sent: nobody's incoming message
   * @throws TpduException when it cannot be read
   */
  Optional<LinkEvent> event(String place, String hex, int length) throws TpduException {
    Tpdu tpdu = Pdu.ofHex(hex, length).tpdu();
    if (tpdu instanceof SmsDeliver deliver) {
      return Optional.of(incoming(place, hex, deliver));
    }
    return tpdu instanceof SmsStatusReport report ? Optional.of(receipt(report)) : Optional.empty();
  }

  private LinkEvent incoming(String place, String hex, SmsDeliver deliver) {
    return new LinkEvent.Incoming(
        surroundings.connector(),
        surroundings.clock().instant(),
        ids.of(place, hex, deliver.sentAt().map(OffsetDateTime::toInstant)),
        deliver.source(),
        own,
        deliver.coding(),
        deliver.data().octets(),
        deliver.data().udhi());
  }

  private LinkEvent receipt(SmsStatusReport report) {
    return new LinkEvent.Receipt(
        surroundings.connector(),
        surroundings.clock().instant(),
        report.recipient(),
        own,
        new DeliveryReceipt(
            references.reported(report),
            report.status().state(),
            report.status().state().word(),
            report.status().code()));
  }
}
