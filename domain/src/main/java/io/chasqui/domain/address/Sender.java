package io.chasqui.domain.address;

import java.util.regex.Pattern;

/** What may stand as the sender of a message. */
public final class Sender {
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,15}");

  /**
   * 3GPP TS 23.040, 9.1.2.5: eleven characters of the default alphabet, of which we take ASCII's.
   */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 &.,_!'*+/-]{1,11}");

  private Sender() {}

  /**
   * @throws IllegalArgumentException when it is neither a number, a short code nor a name
   */
  public static Address of(String text) {
    boolean known =
        NUMBER.matcher(text).matches()
            || SHORT_CODE.matcher(text).matches()
            || (NAME.matcher(text).matches() && !text.isBlank());
    if (!known) {
      throw new IllegalArgumentException(
          "'%s' must be a number such as +5511999990000, a short code of 3-15 digits, or a name of"
                  .formatted(text)
              + " 1-11 letters, digits and spaces");
    }
    return Address.infer(text);
  }
}
