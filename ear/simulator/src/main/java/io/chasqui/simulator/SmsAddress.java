package io.chasqui.simulator;

/**
 * An address as it stands in a PDU.
 *
 * @param ton type of number, 0 to 255 (SMPP 3.4 section 5.2.5)
 * @param npi numbering plan indicator, 0 to 255 (section 5.2.6)
 */
public record SmsAddress(int ton, int npi, String value) {

  private static final String E164 = "\\+\\d{1,15}";
  private static final String LONG_DIGITS = "\\d{7,15}";
  private static final String SHORT_DIGITS = "\\d{1,6}";

  /**
   * +5511..., 5511... (international), 12345 (a short code) or letters.
   *
   * @throws IllegalArgumentException when longer than 20 characters or empty
   */
  public static SmsAddress of(String text) {
    if (text.isBlank() || text.length() > 20) {
      throw new IllegalArgumentException("'" + text + "' is no address of 1 to 20 characters");
    }
    if (text.matches(E164)) {
      return new SmsAddress(1, 1, text.substring(1));
    }
    if (text.matches(LONG_DIGITS)) {
      return new SmsAddress(1, 1, text);
    }
    return text.matches(SHORT_DIGITS) ? new SmsAddress(3, 0, text) : new SmsAddress(5, 0, text);
  }
}
