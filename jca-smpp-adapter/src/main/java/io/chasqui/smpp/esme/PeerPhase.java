package io.chasqui.smpp.esme;

/** How far a connection has come. */
enum PeerPhase {
  /** Connected; a bind is waited for. */
  OPEN,
  /** The application looks at the bind. */
  BINDING,
  BOUND,
  /** The bind was not granted; nothing more is heard. */
  REFUSED,
  ENDED
}
