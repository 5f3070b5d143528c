package io.chasqui.domain.operations;

import io.chasqui.domain.link.Numbering;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppVersion;
import java.util.Objects;

/**
 * What a bind says besides who we are (SMPP 3.4, 4.1).
 *
 * @param addresses numbering of the addresses served
 * @param addressRange the addresses served, 0-40 characters (5.2.7)
 */
public record BindOptions(SmppVersion version, Numbering addresses, String addressRange) {
  public static final BindOptions STANDARD =
      new BindOptions(SmppVersion.V3_4, Numbering.UNKNOWN, "");

  public BindOptions {
    Objects.requireNonNull(version);
    Objects.requireNonNull(addresses);
    Objects.requireNonNull(addressRange);
  }

  SmppLogin applyTo(SmppLogin login) {
    return login.withVersion(version).serving(addresses, addressRange);
  }
}
