package io.chasqui.app.options;

/** Numbers that specifications write in hexadecimal, such as {@code 0x58}. */
final class Codes {
  /** Characters of the longest. */
  static final int LONGEST = 12;

  private Codes() {}

  static String text(int code) {
    return "0x%02x".formatted(code);
  }

  /** Also in decimal. */
  static int read(String text, int most) {
    try {
      long code = Long.decode(text);
      if (code >= 1 && code <= most) {
        return (int) code;
      }
    } catch (NumberFormatException e) {
      // told below, with the range
    }
    throw new IllegalArgumentException("must be 0x01-0x%02x".formatted(most));
  }
}
