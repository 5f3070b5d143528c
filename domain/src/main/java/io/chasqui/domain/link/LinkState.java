package io.chasqui.domain.link;

/** Where a link stands between its operator's wish and the peer's answer. */
public enum LinkState {
  /** Not wanted. */
  STOPPED,
  /** First attempt since it was started is under way. */
  CONNECTING,
  /** At least one session is bound. */
  BOUND,
  /** No session is bound; the next attempt is scheduled. */
  RETRYING,
  /** The peer refused for a reason that waiting will not change, such as a wrong password. */
  FAILED;

  public boolean isWanted() {
    return this != STOPPED;
  }
}
