package io.chasqui.modem.device;

/**
 * Told of every change of a modem's status, in their order. Called on the modem's own threads: it
 * must return at once.
 */
@FunctionalInterface
public interface ModemObserver {
  void changed(ModemStatus status);
}
