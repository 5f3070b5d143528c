package io.chasqui.domain.link;

import java.util.Objects;

/**
 * What a bind says (SMPP 3.4, 4.1).
 *
 * @param systemId 1-15 characters (5.2.1)
 * @param password 0-8 characters by 5.2.2; longer ones are passed on, since many SMSCs take them
 * @param systemType 0-12 characters (5.2.3)
 * @param addresses numbering of the addresses served
 * @param addressRange the addresses served, a regular expression of the SMSC's dialect (5.2.7),
 *     0-40 characters
 */
public record SmppLogin(
    String systemId,
    String password,
    String systemType,
    SmppVersion version,
    Numbering addresses,
    String addressRange) {
  private static final int LONGEST_RANGE = 40;

  public SmppLogin {
    Objects.requireNonNull(systemId);
    Objects.requireNonNull(password);
    Objects.requireNonNull(systemType);
    Objects.requireNonNull(version);
    Objects.requireNonNull(addresses);
    if (addressRange.length() > LONGEST_RANGE) {
      throw new IllegalArgumentException(
          "address_range '%s' is longer than %d characters".formatted(addressRange, LONGEST_RANGE));
    }
  }

  public static SmppLogin of(String systemId, String password) {
    return new SmppLogin(systemId, password, "", SmppVersion.V3_4, Numbering.UNKNOWN, "");
  }

  public SmppLogin withSystemType(String type) {
    return new SmppLogin(systemId, password, type, version, addresses, addressRange);
  }

  public SmppLogin withVersion(SmppVersion spoken) {
    return new SmppLogin(systemId, password, systemType, spoken, addresses, addressRange);
  }

  public SmppLogin serving(Numbering numbering, String range) {
    return new SmppLogin(systemId, password, systemType, version, numbering, range);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return systemId;
  }
}
