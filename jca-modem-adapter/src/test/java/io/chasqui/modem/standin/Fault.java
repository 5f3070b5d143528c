package io.chasqui.modem.standin;

/** How a modem misbehaves, until told to stop. */
public enum Fault {
  /** ATE0 is answered and not followed. */
  KEEPS_ECHO,
  /** Lines nobody asked for before, within and behind every answer. */
  CHATTERS,
  /** Every octet by itself. */
  STUTTERS,
  /** Never asks for the PDU. */
  NO_PROMPT,
  /** Sends the message and does not say so. */
  LOSES_RESULT,
  /** Says OK without +CMGS. */
  LOSES_REFERENCE,
  /** Answers nothing until told to restart. */
  HANGS,
  /** Answers nothing, whatever it is told. */
  IS_DEAD,
  /** The report comes before the submit's OK. */
  EARLY_REPORT,
  /** No reports. */
  NO_REPORTS,
  /** Errors in words. */
  VERBOSE,
  /** Deletes nothing, and says that it has. */
  KEEPS_MESSAGES,
  /** Says nothing of messages that come. */
  NO_INDICATIONS,
  /** Understands USSD in packed septets only. */
  PACKED_USSD,
  /** Goes when written a PDU, which it has sent. */
  UNPLUGS_ON_SEND
}
