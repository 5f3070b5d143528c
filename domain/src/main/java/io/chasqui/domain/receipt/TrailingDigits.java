package io.chasqui.domain.receipt;

import java.util.regex.Pattern;

/**
 * Compares two spellings of a number by their ends, since carriers drop or add the plus, the
 * country or a trunk prefix. Names and short codes, which carriers exchange for others, say
 * nothing.
 */
public final class TrailingDigits {
  private static final int SHORTEST_NUMBER = 6;
  private static final Pattern PREFIX = Pattern.compile("\\+?0*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{%d,}".formatted(SHORTEST_NUMBER));

  private TrailingDigits() {}

  /** Whether both are numbers, and the shorter one is the other's end. */
  public static boolean same(String one, String other) {
    String a = significant(one);
    String b = significant(other);
    return isNumber(a) && isNumber(b) && (a.endsWith(b) || b.endsWith(a));
  }

  /** Whether both are numbers, and not the same. */
  public static boolean contradict(String one, String other) {
    return isNumber(significant(one)) && isNumber(significant(other)) && !same(one, other);
  }

  private static String significant(String number) {
    return PREFIX.matcher(number).replaceFirst("");
  }

  private static boolean isNumber(String digits) {
    return NUMBER.matcher(digits).matches();
  }
}
