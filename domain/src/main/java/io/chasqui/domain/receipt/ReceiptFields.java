package io.chasqui.domain.receipt;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a receipt's text. Between two known keys stands the value of the first, so fields
 * may be missing, empty, in any order and beside others; behind {@code text:} nothing is a key.
 * Understood besides the standard's keys: {@code message id}, {@code status}, {@code state}, {@code
 * error}, and {@code =} for the colon.
 *
 * @param id empty when missing; so are the others
 */
record ReceiptFields(String id, String stat, String err) {
  private static final Pattern KEY =
      Pattern.compile(
          "(?:^|[\\s,;|])(?:(?:message|msg)[_-]?(?=id))?"
              + "(id|sub|dlvrd|submit[\\s_]*date|done[\\s_]*date|stat|err|text)"
              + "(?:(?<=stat)(?:us|e)|(?<=err)or)?\\s*[:=]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VALUE_END = Pattern.compile("[\\s,;|]");

  static ReceiptFields of(String text) {
    return StandardLayout.read(text).orElseGet(() -> byPatterns(text));
  }

  /** For every layout. */
  static ReceiptFields byPatterns(String text) {
    String readable = text.replace('\0', ' ');
    Map<String, String> values = new HashMap<>();
    Matcher key = KEY.matcher(readable);
    boolean found = key.find();
    while (found && !name(key).equals("text")) {
      String name = name(key);
      int from = key.end();
      found = key.find();
      values.putIfAbsent(name, value(readable, from, found ? key.start() : readable.length()));
    }
    return new ReceiptFields(
        values.getOrDefault("id", ""),
        values.getOrDefault("stat", ""),
        values.getOrDefault("err", ""));
  }

  private static String name(Matcher key) {
    return key.group(1).toLowerCase(Locale.ROOT);
  }

  /** The first word: fields of a carrier's own may follow. */
  private static String value(String text, int from, int to) {
    return VALUE_END.split(text.substring(from, to).strip(), 2)[0];
  }
}
