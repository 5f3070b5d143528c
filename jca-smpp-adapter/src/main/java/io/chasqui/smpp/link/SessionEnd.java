package io.chasqui.smpp.link;

import io.chasqui.smpp.wire.CommandStatus;

/**
 * How a session, or the attempt at one, ended.
 *
 * @param reason in the operator's words
 */
record SessionEnd(Kind kind, String reason) {
  enum Kind {
    /** It may be tried again soon. */
    LOST,
    /** The peer does not know us: nothing that waiting will change. */
    REFUSED
  }

  static SessionEnd lost(String reason) {
    return new SessionEnd(Kind.LOST, reason);
  }

  /** The peer answered our bind, and not with {@link CommandStatus#OK}. */
  static SessionEnd refused(int status) {
    Kind kind =
        switch (status) {
          case CommandStatus.BIND_FAILED,
              CommandStatus.INVALID_PASSWORD,
              CommandStatus.INVALID_SYSTEM_ID ->
              Kind.REFUSED;
          default -> Kind.LOST;
        };
    return new SessionEnd(kind, "bind refused with " + CommandStatus.describe(status));
  }
}
