package io.chasqui.domain.modem;

/** What an operator lets a modem do. */
public enum ModemDuty {
  /** Sends and receives. */
  IN_SERVICE,
  /** Ends what it has begun and is given nothing more to send; it goes on receiving. */
  DRAINED,
  /** Its device is given back, to be unplugged or used by something else. */
  MAINTENANCE
}
