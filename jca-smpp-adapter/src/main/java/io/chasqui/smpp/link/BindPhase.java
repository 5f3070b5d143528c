package io.chasqui.smpp.link;

/** Where one bind stands. */
enum BindPhase {
  /** The first attempt since the start is due or under way. */
  CONNECTING,
  BOUND,
  /** The next attempt is scheduled. */
  WAITING,
  /** As {@link #WAITING}, after the peer refused our credentials. */
  REFUSED,
  /** Not wanted any more. */
  ENDED;

  boolean isWanted() {
    return this != ENDED;
  }

  boolean waitsForItsTime() {
    return this == WAITING || this == REFUSED;
  }
}
