package io.chasqui.modem.at;

import java.time.Duration;

/**
 * How long a modem is given for what.
 *
 * @param command until a local command's final result
 * @param prompt until the modem asks for the PDU
 * @param network until the network has taken or refused a message
 * @param sim until a SIM is ready after its PIN, or no longer busy
 * @param search between looks at a registration that is not there
 * @param housekeeping between looks at registration, signal and storage
 * @param quiet silence after which nothing late is expected any more
 * @param absence first pause before a device that is gone is looked for again; doubles
 * @param longestAbsence of these pauses
 * @param restart until a modem told to restart is looked for
 * @param quarantine before a modem given up is tried once more
 */
public record AtTimings(
    Duration command,
    Duration prompt,
    Duration network,
    Duration sim,
    Duration search,
    Duration housekeeping,
    Duration quiet,
    Duration absence,
    Duration longestAbsence,
    Duration restart,
    Duration quarantine) {

  /** For modems and networks as they are. */
  public static final AtTimings STANDARD =
      new AtTimings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMillis(300),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          Duration.ofMinutes(10));
}
