package io.chasqui.app.withdrawal;

/** What came of the wish to take a message back, or to replace it. */
public enum Verdict {
  /** It is certain, and durable. */
  DONE,
  /** It has left, it may have, or it has ended otherwise. */
  TOO_LATE,
  /** Nothing is promised; it may be asked again. */
  NOT_NOW
}
