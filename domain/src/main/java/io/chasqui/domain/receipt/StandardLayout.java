package io.chasqui.domain.receipt;

import java.util.Optional;

/**
 * Receipts exactly as SMPP 3.4, appendix B, has them: most of all, and read in one pass. Whatever
 * differs by a character is left to {@link ReceiptFields}' patterns, which read it the same way.
 */
final class StandardLayout {
  private static final String[] KEYS = {
    "id:", " sub:", " dlvrd:", " submit date:", " done date:", " stat:", " err:"
  };
  private static final String TEXT = " text:";
  private static final int ID = 0, STAT = 5, ERR = 6;

  private StandardLayout() {}

  /** Empty when the text has another layout. */
  static Optional<ReceiptFields> read(String text) {
    String[] values = new String[KEYS.length];
    int at = 0;
    for (int i = 0; i < KEYS.length; i++) {
      if (!text.startsWith(KEYS[i], at)) {
        return Optional.empty();
      }
      int from = at + KEYS[i].length();
      at = wordEnd(text, from);
      values[i] = text.substring(from, at);
    }
    return at == text.length() || text.regionMatches(true, at, TEXT, 0, TEXT.length())
        ? Optional.of(new ReceiptFields(values[ID], values[STAT], values[ERR]))
        : Optional.empty();
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfWord(char character) {
    return character >= '0' && character <= '9'
        || character >= 'A' && character <= 'Z'
        || character >= 'a' && character <= 'z'
        || character == '-';
  }
}
