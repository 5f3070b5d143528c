package io.chasqui.app.intake;

/** What became of a message given to the intake. */
enum Fate {
  /** The broker has it on disk. */
  DURABLE,
  /** It is nowhere. */
  REFUSED,
  /** The broker was told to keep it and has not answered. */
  UNSURE
}
