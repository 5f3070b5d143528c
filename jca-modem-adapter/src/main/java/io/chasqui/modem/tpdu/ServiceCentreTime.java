package io.chasqui.modem.tpdu;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A service centre's local time with its zone (3GPP TS 23.040, 9.2.3.11). */
final class ServiceCentreTime {
  private static final int QUARTER_SECONDS = 15 * 60;
  private static final int MINUS = 0x08;
  private static final byte[] NO_TIME = new byte[7];

  private ServiceCentreTime() {}

  /** Empty when the digits make no time: some centres write nonsense, and the text still counts. */
  static Optional<OffsetDateTime> read(String field, OctetReader from) throws TpduException {
    byte[] octets = from.octets(field, NO_TIME.length);
    int[] parts = new int[6];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = SemiOctets.number(octets[i]);
    }
    try {
      return Optional.of(
          OffsetDateTime.of(
              2000 + parts[0],
              parts[1],
              parts[2],
              parts[3],
              parts[4],
              parts[5],
              0,
              zone(octets[6])));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static ZoneOffset zone(byte octet) {
    int quarters = SemiOctets.number((byte) (octet & ~MINUS));
    int seconds = quarters * QUARTER_SECONDS;
    return ZoneOffset.ofTotalSeconds((octet & MINUS) == 0 ? seconds : -seconds);
  }

  /**
   * @param time of the years 2000 to 2099, with a zone of whole quarters of an hour
   */
  static void write(Optional<OffsetDateTime> time, ByteArrayOutputStream to) {
    time.ifPresentOrElse(known -> write(known, to), () -> to.writeBytes(NO_TIME));
  }

  private static void write(OffsetDateTime time, ByteArrayOutputStream to) {
    to.write(SemiOctets.ofNumber(time.getYear() % 100));
    to.write(SemiOctets.ofNumber(time.getMonthValue()));
    to.write(SemiOctets.ofNumber(time.getDayOfMonth()));
    to.write(SemiOctets.ofNumber(time.getHour()));
    to.write(SemiOctets.ofNumber(time.getMinute()));
    to.write(SemiOctets.ofNumber(time.getSecond()));
    int quarters = time.getOffset().getTotalSeconds() / QUARTER_SECONDS;
    to.write(SemiOctets.ofNumber(Math.abs(quarters)) | (quarters < 0 ? MINUS : 0));
  }
}
