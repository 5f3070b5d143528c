package io.chasqui.smpp.ra;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * jSMPP tells of every connect and every byte that ends a session, which the links do in the
 * operator's words. Only its warnings are let through, unless a level was set for it.
 */
final class JsmppLog {
  /** Held, for the log system itself forgets loggers nobody holds. */
  private static final Logger JSMPP = Logger.getLogger("org.jsmpp");

  private JsmppLog() {}

  static void quieten() {
    if (JSMPP.getLevel() == null) {
      JSMPP.setLevel(Level.WARNING);
    }
  }
}
