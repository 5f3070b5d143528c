package io.chasqui.modem.device;

import io.chasqui.domain.modem.ModemStatus;

/**
 * Told of every change of a modem's status, in their order. Called on the modem's own threads: it
 * must return at once.
 */
@FunctionalInterface
public interface ModemObserver {
  void changed(ModemStatus status);
}
