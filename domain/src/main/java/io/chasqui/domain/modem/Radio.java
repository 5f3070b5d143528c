package io.chasqui.domain.modem;

import java.util.OptionalInt;

/**
 * How the network is received.
 *
 * @param dbm strength, -140 to -40 dBm; empty while it is not known
 * @param bars 0-5; empty while it is not known
 * @param operator name of the network, empty while it is not known
 * @param network its country and network code, e.g. {@code 72410}; empty while it is not known
 * @param technology e.g. {@code LTE}; empty while it is not known
 */
public record Radio(
    OptionalInt dbm,
    OptionalInt bars,
    Registration registration,
    String operator,
    String network,
    String technology) {
  public static final Radio UNKNOWN =
      new Radio(OptionalInt.empty(), OptionalInt.empty(), Registration.UNKNOWN, "", "", "");
}
