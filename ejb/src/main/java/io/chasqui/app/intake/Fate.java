package io.chasqui.app.intake;

/** What became of a message given to the intake. */
public enum Fate {
  /** The broker has it on disk. */
  DURABLE,
  /** It is nowhere: too many others wait, or the gateway is stopping. */
  BUSY,
  /** It is nowhere: the broker did not take it. */
  REFUSED,
  /** The broker was told to keep it and has not answered. */
  UNSURE
}
