package io.chasqui.modem.pool;

import io.chasqui.domain.link.ConnectorId;

/** Keeps what SIMs have sent over restarts. */
public interface UsageBook {
  /** Remembers nothing. */
  UsageBook NONE =
      new UsageBook() {
        @Override
        public Usage read(ConnectorId connector, String modem) {
          return Usage.NONE;
        }

        @Override
        public void write(ConnectorId connector, String modem, Usage usage) {
          // Nothing is kept.
        }
      };

  Usage read(ConnectorId connector, String modem);

  /** Best effort: a count that cannot be kept must not stop messages. */
  void write(ConnectorId connector, String modem, Usage usage);
}
