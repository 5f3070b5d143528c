package io.chasqui.modem.device;

/** Why a segment was not sent, by what to do next. */
public enum SendFault {
  /** It would be refused again, by any modem: its number or its content. */
  MESSAGE,
  /** The modem is busy with something else and well: the same modem in a moment. */
  BUSY,
  /** The network has no capacity, or does not reach the recipient now: later. */
  NETWORK,
  /** This modem or its SIM cannot: another one, at once. */
  MODEM;

  /** Whether it speaks against the modem's health. */
  public boolean countsAgainstModem() {
    return this == NETWORK || this == MODEM;
  }
}
