package io.chasqui.modem.at;

import io.chasqui.domain.modem.Registration;

/** What a modem says unasked. */
sealed interface Urc {

  /** A message, or a report, has been stored (27.005, 3.4.1: +CMTI, +CDSI). */
  record Stored(String memory, int index) implements Urc {}

  /**
   * A message, or a report, handed over directly (+CMT, +CDS).
   *
   * @param length octets of its TPDU as told, -1 when not told
   */
  record Direct(String pdu, int length) implements Urc {}

  /** +CREG and its kin with one value (27.007, 7.2). */
  record Registered(Registration registration) implements Urc {}

  /**
   * +CUSD (27.007, 7.15).
   *
   * @param mode 0: done; 1: the network waits for more; 2 and up: ended or refused
   */
  record Ussd(int mode, String text, int dcs) implements Urc {}

  /** There is no place for messages left. */
  record StorageFull() implements Urc {}

  /** The modem has started anew, and forgotten how it was set up. */
  record Restarted() implements Urc {}
}
