package io.chasqui.smpp.mapping;

import io.chasqui.domain.address.Address;
import io.chasqui.smpp.wire.CommandStatus;
import java.util.Set;

/** An address in a request, and what its faults are called. */
enum AddressField {
  SOURCE(
      "source address",
      CommandStatus.INVALID_SOURCE_TON,
      CommandStatus.INVALID_SOURCE_NPI,
      CommandStatus.INVALID_SOURCE),
  DESTINATION(
      "destination address",
      CommandStatus.INVALID_DESTINATION_TON,
      CommandStatus.INVALID_DESTINATION_NPI,
      CommandStatus.INVALID_DESTINATION);

  /** With its NUL (SMPP 3.4, 5.2.8); data_sm's may be longer on the wire, in no network. */
  private static final int MOST = 21;

  /** SMPP 3.4, 5.2.5. */
  private static final int LAST_TON = 6;

  /** SMPP 3.4, 5.2.6. */
  private static final Set<Integer> NPIS = Set.of(0, 1, 3, 4, 6, 8, 9, 10, 14, 18);

  private final String title;
  private final int badTon;
  private final int badNpi;
  private final int badValue;

  AddressField(String title, int badTon, int badNpi, int badValue) {
    this.title = title;
    this.badTon = badTon;
    this.badNpi = badNpi;
    this.badValue = badValue;
  }

  /** The next three fields; the value may be empty. */
  Address read(Fields fields) throws BadRequestException {
    int ton = fields.octet(LAST_TON, badTon, title + ": type of number");
    int npi = fields.octet();
    if (!NPIS.contains(npi)) {
      throw new BadRequestException(badNpi, title + ": numbering plan " + npi);
    }
    return withoutPlus(ton, npi, fields.text(MOST, badValue, title));
  }

  Address readPresent(Fields fields) throws BadRequestException {
    Address address = read(fields);
    if (address.value().isEmpty()) {
      throw new BadRequestException(badValue, title + " is empty");
    }
    return address;
  }

  /** Many write the plus, which says what the type of number should have. */
  private static Address withoutPlus(int ton, int npi, String value) {
    boolean plus = value.startsWith("+") && ton != Address.ALPHANUMERIC;
    boolean untold = plus && ton == Address.UNKNOWN;
    return Address.of(
        untold ? Address.INTERNATIONAL : ton,
        untold ? Address.ISDN : npi,
        plus ? value.substring(1) : value);
  }
}
