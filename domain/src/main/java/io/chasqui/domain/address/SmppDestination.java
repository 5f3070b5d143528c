package io.chasqui.domain.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which subscriber an ESME means: peers write one number in many ways. */
public final class SmppDestination {
  private static final Pattern INTERNATIONAL_PREFIX = Pattern.compile("^(\\+|00)(?=[1-9])");

  private SmppDestination() {}

  /**
   * The number in E.164: of an international address its digits, of one of unknown type digits too
   * many for a short code, both with a {@code +} or {@code 00} before them if need be. Empty for
   * national numbers, short codes and names.
   */
  public static Optional<Msisdn> number(Address address) {
    boolean mayBeFull = address.ton() == Address.INTERNATIONAL || address.ton() == Address.UNKNOWN;
    String digits = INTERNATIONAL_PREFIX.matcher(address.value()).replaceFirst("");
    boolean prefixed = !digits.equals(address.value());
    int ton = prefixed ? Address.INTERNATIONAL : address.ton();
    return mayBeFull && digits.length() <= 15
        ? valid(Address.of(ton, address.npi(), digits).display())
        : Optional.empty();
  }

  private static Optional<Msisdn> valid(String text) {
    try {
      return Optional.of(Msisdn.of(text));
    } catch (IllegalArgumentException notFull) {
      return Optional.empty();
    }
  }
}
