package io.chasqui.smpp.wire;

/** Gives each session that a peer opened its protocol. */
@FunctionalInterface
public interface ServerSessionListener {
  /** Called on the session's event loop, before its first PDU; it returns at once. */
  WireListener onConnection(WireSession session);
}
