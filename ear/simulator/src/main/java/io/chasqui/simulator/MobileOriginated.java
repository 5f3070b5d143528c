package io.chasqui.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * A message from a handset, to be sent by deliver_sm; a long one in parts with an 8-bit
 * concatenation header (3GPP TS 23.040 section 9.2.3.24.1).
 */
public record MobileOriginated(SmsAddress from, SmsAddress to, String text, Coding coding) {

  private static final int UDHI = 0x40;
  private static final int MOST_PARTS = 255;

  public MobileOriginated {
    if (TextParts.of(text, coding).texts().size() > MOST_PARTS) {
      throw new IllegalArgumentException("the text needs more than 255 parts");
    }
  }

  /**
   * @throws IllegalArgumentException when an address is not one of {@link SmsAddress#of}, or the
   *     text needs more than 255 parts
   */
  public static MobileOriginated of(String from, String to, String text) {
    return new MobileOriginated(SmsAddress.of(from), SmsAddress.of(to), text, Coding.AUTO);
  }

  public MobileOriginated in(Coding coding) {
    return new MobileOriginated(from, to, text, coding);
  }

  List<Delivery> parts(int reference) {
    TextParts parts = TextParts.of(text, coding);
    int total = parts.texts().size();
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < total; i++) {
      byte[] body = parts.encode(parts.texts().get(i));
      byte[] userData = total == 1 ? body : withHeader(body, reference, total, i + 1);
      deliveries.add(
          new Delivery(from, to, total == 1 ? 0 : UDHI, parts.dataCoding(), userData, List.of()));
    }
    return deliveries;
  }

  private static byte[] withHeader(byte[] body, int reference, int total, int part) {
    byte[] header = {5, 0, 3, (byte) reference, (byte) total, (byte) part};
    byte[] both = new byte[header.length + body.length];
    System.arraycopy(header, 0, both, 0, header.length);
    System.arraycopy(body, 0, both, header.length, body.length);
    return both;
  }
}
