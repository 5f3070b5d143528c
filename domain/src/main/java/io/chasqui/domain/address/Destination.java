package io.chasqui.domain.address;

import java.io.Serializable;

/** Whom a message is for: a subscriber anywhere, or what a carrier's own plan makes of digits. */
public sealed interface Destination extends Serializable permits Msisdn, LocalNumber {
  /** With a {@code +} before it when it is a full number, and never else. */
  String value();

  Address address();

  /**
   * From an address of ours.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Destination of(Address address) {
    return address.ton() == Address.INTERNATIONAL
        ? Msisdn.of("+" + address.value())
        : new LocalNumber(address);
  }
}
