package io.chasqui.modem.at;

/**
 * What is done about a modem that does not answer, ever more; only a round of normal work sets it
 * back, since a modem can hang again and again right after each restart.
 */
enum Ladder {
  SOUND,
  /** Opened and set up again. */
  SET_UP_AGAIN,
  /** Told to restart (AT+CFUN=1,1), which makes most vanish and come back. */
  RESTARTED,
  /** Left alone for long. */
  QUARANTINED;

  /** What comes after one more failure; after a quarantine it begins anew. */
  Ladder next() {
    return switch (this) {
      case SOUND, QUARANTINED -> SET_UP_AGAIN;
      case SET_UP_AGAIN -> RESTARTED;
      case RESTARTED -> QUARANTINED;
    };
  }
}
