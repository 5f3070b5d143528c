package io.chasqui.domain.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whom an ESME means: peers write one number in many ways. */
public final class SmppDestination {
  private static final Pattern INTERNATIONAL_PREFIX = Pattern.compile("^(\\+|00)(?=[1-9])");

  private SmppDestination() {}

  /**
   * A full number where it is one: of an international address its digits, of one of unknown type
   * digits too many for a short code, both with a {@code +} or {@code 00} before them if need be.
   * Else a short code or a national number, by its type or for want of one. Empty for names, and
   * for what claims to be a full number and is none.
   */
  public static Optional<Destination> of(Address address) {
    Optional<Msisdn> number = number(address);
    return number.isPresent() ? number.map(Destination.class::cast) : local(address);
  }

  private static Optional<Msisdn> number(Address address) {
    String digits = INTERNATIONAL_PREFIX.matcher(address.value()).replaceFirst("");
    int ton = isPrefixed(address) ? Address.INTERNATIONAL : address.ton();
    return mayBeFull(address) && digits.length() <= 15
        ? valid(Address.of(ton, address.npi(), digits).display())
        : Optional.empty();
  }

  private static boolean mayBeFull(Address address) {
    return address.ton() == Address.INTERNATIONAL || address.ton() == Address.UNKNOWN;
  }

  /** A short code or a number of a country may begin with zeros that mean nothing. */
  private static boolean isPrefixed(Address address) {
    return mayBeFull(address) && INTERNATIONAL_PREFIX.matcher(address.value()).find();
  }

  private static Optional<Msisdn> valid(String text) {
    try {
      return Optional.of(Msisdn.of(text));
    } catch (IllegalArgumentException notFull) {
      return Optional.empty();
    }
  }

  private static Optional<Destination> local(Address address) {
    try {
      return isPrefixed(address) ? Optional.empty() : Optional.of(new LocalNumber(address));
    } catch (IllegalArgumentException noNumber) {
      return Optional.empty();
    }
  }
}
