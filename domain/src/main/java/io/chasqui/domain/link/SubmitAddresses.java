package io.chasqui.domain.link;

import io.chasqui.domain.address.Address;
import java.util.Objects;
import java.util.Optional;

/**
 * What a carrier wants of addresses.
 *
 * @param source sender of messages that have none
 * @param sourceNumbering for every sender; empty: as the address itself says
 * @param destinationNumbering for every recipient; empty: as the address itself says
 */
public record SubmitAddresses(
    Optional<Address> source,
    Optional<Numbering> sourceNumbering,
    Optional<Numbering> destinationNumbering) {
  public static final SubmitAddresses AS_THEY_ARE =
      new SubmitAddresses(Optional.empty(), Optional.empty(), Optional.empty());

  public SubmitAddresses {
    Objects.requireNonNull(source);
    Objects.requireNonNull(sourceNumbering);
    Objects.requireNonNull(destinationNumbering);
  }

  public Address source(Address of) {
    Address sender = of.value().isEmpty() ? source.orElse(of) : of;
    return sourceNumbering.map(as -> numbered(sender, as)).orElse(sender);
  }

  public Address destination(Address of) {
    return destinationNumbering.map(as -> numbered(of, as)).orElse(of);
  }

  private static Address numbered(Address address, Numbering as) {
    return Address.of(as.ton(), as.npi(), address.value());
  }
}
