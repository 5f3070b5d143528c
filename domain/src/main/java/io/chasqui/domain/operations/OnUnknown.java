package io.chasqui.domain.operations;

/** What to do with a submit whose answer never came, so that nobody knows whether it was sent. */
public enum OnUnknown {
  /** Keep it as unknown and wait for a receipt: never twice, perhaps not at all. */
  KEEP,
  /** Submit it again: at least once, perhaps twice. */
  RESEND
}
