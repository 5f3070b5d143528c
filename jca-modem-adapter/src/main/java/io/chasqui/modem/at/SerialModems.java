package io.chasqui.modem.at;

import io.chasqui.domain.link.SerialWire;
import io.chasqui.modem.device.Modem;
import io.chasqui.modem.device.ModemFactory;
import io.chasqui.modem.device.ModemSurroundings;
import io.chasqui.modem.port.SerialPorts;

/** Makes modems on serial ports. */
public final class SerialModems implements ModemFactory {
  private final SerialPorts ports;
  private final AtTimings timings;

  public SerialModems(SerialPorts ports, AtTimings timings) {
    this.ports = ports;
    this.timings = timings;
  }

  @Override
  public Modem open(ModemSurroundings surroundings) {
    if (!(surroundings.settings().wire() instanceof SerialWire wire)) {
      throw new IllegalArgumentException(
          surroundings.label() + ": " + surroundings.settings().wire() + " is no serial port");
    }
    Mailbox mailbox = new Mailbox();
    StatusBoard board = new StatusBoard(surroundings);
    LineTrace trace = new LineTrace(surroundings.clock());
    PortFinder finder = new PortFinder(wire, ports, surroundings, mailbox, trace, timings);
    ModemActor actor =
        new ModemActor(surroundings, mailbox, board, finder, new SimPin(wire.pin()), timings);
    surroundings.threads().execute(actor);
    return new SerialModem(actor, mailbox, board, trace);
  }
}
