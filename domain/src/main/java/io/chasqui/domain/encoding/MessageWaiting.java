package io.chasqui.domain.encoding;

/**
 * What waits for the subscriber (3GPP TS 23.038, 4, groups 1100 to 1110).
 *
 * @param active whether something waits; else the indication is to be taken away
 */
public record MessageWaiting(Kind kind, boolean active) {
  /** Bits 1 and 0. */
  public enum Kind {
    VOICEMAIL,
    FAX,
    EMAIL,
    OTHER
  }

  static MessageWaiting ofBits(int value) {
    return new MessageWaiting(Kind.values()[value & 0x03], (value & 0x08) != 0);
  }
}
