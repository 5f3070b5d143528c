package io.chasqui.modem.ra;

import io.chasqui.domain.link.HilinkWire;
import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.ModemFactory;
import io.chasqui.modem.device.ModemSurroundings;

/** Opens each modem by its own kind of wire. */
record Wires(ModemFactory serial, ModemFactory hilink) implements ModemFactory {
  @Override
  public Modem open(ModemSurroundings surroundings) {
    return surroundings.settings().wire() instanceof HilinkWire
        ? hilink.open(surroundings)
        : serial.open(surroundings);
  }
}
