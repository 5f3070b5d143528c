package io.chasqui.domain.address;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * An SMPP address: value with type of number and numbering plan (SMPP 3.4, 5.2.5 and 5.2.6).
 *
 * @param value 0-20 octets, without a leading {@code +}
 */
public record Address(int ton, int npi, String value) implements Serializable {
  /** Type of number. */
  public static final int UNKNOWN = 0,
      INTERNATIONAL = 1,
      NATIONAL = 2,
      NETWORK_SPECIFIC = 3,
      SUBSCRIBER = 4,
      ALPHANUMERIC = 5,
      ABBREVIATED = 6;

  /** Numbering plan. */
  public static final int ISDN = 1;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  public Address {
    if (value == null || value.length() > 20) {
      throw new IllegalArgumentException("address '" + value + "' must have 0-20 characters");
    }
  }

  public static Address of(int ton, int npi, String value) {
    return new Address(ton, npi, value);
  }

  /** Infers type and plan: {@code +digits} international, digits unknown, else alphanumeric. */
  public static Address infer(String text) {
    if (text.startsWith("+") && DIGITS.matcher(text.substring(1)).matches()) {
      return new Address(INTERNATIONAL, ISDN, text.substring(1));
    }
    return DIGITS.matcher(text).matches()
        ? new Address(UNKNOWN, ISDN, text)
        : new Address(ALPHANUMERIC, UNKNOWN, text);
  }

  /**
   * As people and the API write it: E.164 with {@code +} for international numbers. Carriers often
   * mark full numbers as "unknown", so digits too long for a short code count as international.
   */
  public String display() {
    boolean international =
        ton == INTERNATIONAL || (ton == UNKNOWN && value.length() >= 10 && !value.startsWith("0"));
    return international && DIGITS.matcher(value).matches() ? "+" + value : value;
  }

  @Override
  public String toString() {
    return display();
  }
}
