package io.chasqui.domain.receipt;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A carrier's message id as far as its spellings can be told apart.
 *
 * @param bare lower-case, without {@code 0x}, leading zeros, and a UUID's dashes
 * @param isMarkedHexadecimal whether it was written with {@code 0x}
 */
record CarrierId(String bare, boolean isMarkedHexadecimal) {
  /** Numbers up to 96 bits; above, ids are opaque. A UUID without dashes has 32 digits. */
  private static final int LONGEST_NUMBER = 24;

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,%d}".formatted(LONGEST_NUMBER));
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[0-9a-f]{1,%d}".formatted(LONGEST_NUMBER));

  /** Some carriers drop the first group's leading zeros as well. */
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{1,8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern MARKED = Pattern.compile("0x[0-9a-f]+");

  static CarrierId of(String raw) {
    String lower = raw.trim().toLowerCase(Locale.ROOT);
    boolean marked = MARKED.matcher(lower).matches();
    String plain = marked ? lower.substring(2) : lower;
    String whole = UUID.matcher(plain).matches() ? plain.replace("-", "") : plain;
    return new CarrierId(withoutZeros(whole), marked);
  }

  Optional<BigInteger> decimal() {
    return isMarkedHexadecimal ? Optional.empty() : number(DECIMAL, 10);
  }

  Optional<BigInteger> hexadecimal() {
    return number(HEXADECIMAL, 16);
  }

  static String withoutZeros(String id) {
    int zeros = 0;
    while (zeros < id.length() - 1 && id.charAt(zeros) == '0') {
      zeros++;
    }
    return id.substring(zeros);
  }

  private Optional<BigInteger> number(Pattern digits, int radix) {
    return digits.matcher(bare).matches()
        ? Optional.of(new BigInteger(bare, radix))
        : Optional.empty();
  }
}
