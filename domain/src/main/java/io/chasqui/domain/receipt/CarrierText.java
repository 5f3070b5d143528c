package io.chasqui.domain.receipt;

/**
 * What a carrier wrote where the specification has a short C-octet string. Some write more, or
 * octets that are no characters; neither may stop the messages behind it.
 */
public final class CarrierText {
  /** message_id, without its closing NUL (SMPP 3.4, 5.2.23). */
  public static final int LONGEST_ID = 64;

  /** Characters of a state's word or an error's code that are kept. */
  public static final int LONGEST_WORD = 30;

  private CarrierText() {}

  /** Printable ASCII as it came, anything else as {@code ?}, cut at {@code longest}. */
  public static String clean(String text, int longest) {
    String cut = text.length() > longest ? text.substring(0, longest) : text;
    return cut.chars().allMatch(CarrierText::isPrintable) ? cut : replaced(cut);
  }

  private static String replaced(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.chars().forEach(c -> clean.append(isPrintable(c) ? (char) c : '?'));
    return clean.toString();
  }

  private static boolean isPrintable(int c) {
    return c >= 0x20 && c < 0x7F;
  }
}
