package io.chasqui.domain.receipt;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys by which a receipt finds the message it speaks of. Carriers spell one id two ways: other
 * case, leading zeros dropped, hexadecimal in the answer and decimal in the receipt or the reverse.
 *
 * <p>The submit answer's id is stored under {@link #primary()}. A receipt looks for its own id's
 * {@link #candidates()} within the connector and takes the first, in order, that is stored; the
 * primary key of every other spelling is among them. Nothing is rewritten: the id as the carrier
 * wrote it is kept beside the key.
 *
 * <p>Collisions: with digits alone one cannot tell decimal from hexadecimal, so {@code 10} is also
 * looked for as {@code a} and as {@code 16}. The spelling as it came always wins. A carrier that
 * counts up and writes hexadecimal here, decimal there, does in time write a decimal id that is
 * another message's hexadecimal one; the addresses of message and receipt tell those apart.
 *
 * @param primary lower-case, without leading zeros
 * @param candidates primary first, then the decimal read as hexadecimal's writer would have stored
 *     it, then the reverse; 1-3 keys
 */
public record CarrierMessageKeys(String primary, Set<String> candidates) {
  /** Numbers up to 96 bits; above, ids are opaque. A UUID without dashes has 32 digits. */
  private static final int LONGEST_NUMBER = 24;

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,%d}".formatted(LONGEST_NUMBER));
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[0-9a-f]{1,%d}".formatted(LONGEST_NUMBER));

  public CarrierMessageKeys {
    candidates = Collections.unmodifiableSet(new LinkedHashSet<>(candidates));
  }

  /**
   * @param raw the id as the carrier wrote it
   */
  public static CarrierMessageKeys of(String raw) {
    String primary = canonical(raw);
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(primary);
    if (DECIMAL.matcher(primary).matches()) {
      candidates.add(new BigInteger(primary).toString(16));
    }
    if (HEXADECIMAL.matcher(primary).matches()) {
      candidates.add(new BigInteger(primary, 16).toString());
    }
    return new CarrierMessageKeys(primary, candidates);
  }

  private static String canonical(String raw) {
    String lower = raw.trim().toLowerCase(Locale.ROOT);
    int zeros = 0;
    while (zeros < lower.length() - 1 && lower.charAt(zeros) == '0') {
      zeros++;
    }
    return lower.substring(zeros);
  }
}
