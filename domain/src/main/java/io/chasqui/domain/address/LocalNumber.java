package io.chasqui.domain.address;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A short code, or a number as it is dialled within a country: it means something to the carrier
 * alone, and is never taken for one of our clients' numbers.
 *
 * @param address 3-15 digits; type unknown, national, network specific, subscriber number or
 *     abbreviated (SMPP 3.4, 5.2.5)
 */
public record LocalNumber(Address address) implements Destination {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{3,15}");
  private static final Set<Integer> TYPES =
      Set.of(
          Address.UNKNOWN,
          Address.NATIONAL,
          Address.NETWORK_SPECIFIC,
          Address.SUBSCRIBER,
          Address.ABBREVIATED);

  public LocalNumber {
    if (!TYPES.contains(address.ton()) || !DIGITS.matcher(address.value()).matches()) {
      throw new IllegalArgumentException(
          "'%s' of type %d is no short code or national number"
              .formatted(address.value(), address.ton()));
    }
  }

  @Override
  public String value() {
    return address.value();
  }

  @Override
  public String toString() {
    return value();
  }
}
