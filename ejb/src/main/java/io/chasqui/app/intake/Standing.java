package io.chasqui.app.intake;

/** How a message stands whose first request never got to its answer. */
public enum Standing {
  ACCEPTED,
  NOT_ACCEPTED,
  /** The broker has not said; ask again later. */
  UNDECIDED
}
