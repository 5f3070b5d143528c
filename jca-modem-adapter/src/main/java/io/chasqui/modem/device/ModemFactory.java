package io.chasqui.modem.device;

/** Makes the modems of one kind of wire. */
@FunctionalInterface
public interface ModemFactory {
  /** Starts a modem; returns at once, before it is ready. */
  Modem open(ModemSurroundings surroundings);
}
