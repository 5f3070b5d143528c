package io.chasqui.smpp.mapping;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.link.Segment;
import org.jsmpp.PDUStringException;
import org.jsmpp.util.DefaultComposer;

/** A segment as submit_sm (SMPP 3.4, 4.4.1). */
public final class SubmitPdu {
  private static final DefaultComposer COMPOSER = new DefaultComposer();
  private static final byte UDHI = 0x40;
  private static final byte FINAL_RECEIPT = 0x01;
  private static final byte NONE = 0;

  private SubmitPdu() {}

  /**
   * @throws PDUStringException when a field is too long for the wire; it names the command_status
   */
  public static byte[] compose(int sequence, Segment segment) throws PDUStringException {
    Address from = segment.source();
    Address to = segment.destination();
    return COMPOSER.submitSm(
        sequence,
        "",
        (byte) from.ton(),
        (byte) from.npi(),
        from.value(),
        (byte) to.ton(),
        (byte) to.npi(),
        to.value(),
        segment.udhi() ? UDHI : NONE,
        NONE,
        NONE,
        null,
        ValidityPeriod.of(segment.validity()),
        segment.receiptRequested() ? FINAL_RECEIPT : NONE,
        NONE,
        (byte) segment.coding().value(),
        NONE,
        segment.userData());
  }
}
