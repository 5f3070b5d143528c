package io.chasqui.modem.at;

/** What a modem's octets are cut into. */
sealed interface AtToken {

  /** A line without its end, never empty. */
  record Line(String text) implements AtToken {}

  /** It waits for a PDU (3GPP TS 27.005, 4.3): the one thing it says without an end of line. */
  record Prompt() implements AtToken {}
}
