package io.chasqui.domain.link;

/** Why a link is not faster. */
public enum Bottleneck {
  /** Nothing waits: the link would take more. */
  IDLE,
  /** The window is full: a larger one, or more sessions, would carry more. */
  WINDOW,
  /** The rate agreed is used up. */
  RATE,
  /** The peer: not bound, or it throttles. */
  PEER
}
