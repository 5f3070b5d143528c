package io.chasqui.modem.at;

import io.chasqui.domain.link.SerialWire;
import io.chasqui.modem.device.ModemSurroundings;
import io.chasqui.modem.port.SerialPorts;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds the modem its settings mean: at a path, or on whatever port it answers from by its name.
 */
final class PortFinder {
  private final SerialWire wire;
  private final SerialPorts ports;
  private final ModemSurroundings surroundings;
  private final Mailbox mailbox;
  private final LineTrace trace;
  private final AtTimings timings;

  PortFinder(
      SerialWire wire,
      SerialPorts ports,
      ModemSurroundings surroundings,
      Mailbox mailbox,
      LineTrace trace,
      AtTimings timings) {
    this.wire = wire;
    this.ports = ports;
    this.surroundings = surroundings;
    this.mailbox = mailbox;
    this.trace = trace;
    this.timings = timings;
  }

  /**
   * @throws PortLostException when it is nowhere
   */
  AtChannel find() throws PortLostException, InterruptedException {
    if (wire.port().isPresent()) {
      return open(wire.port().get());
    }
    for (String path : ports.candidates()) {
      Optional<AtChannel> found = meant(path);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new PortLostException("no free port has a modem with " + wire.device());
  }

  private Optional<AtChannel> meant(String path) throws InterruptedException {
    try {
      AtChannel channel = open(path);
      if (isMeant(channel)) {
        return Optional.of(channel);
      }
      channel.close();
    } catch (PortLostException notThisOne) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** One that says nothing of itself, e.g. before its PIN, is not touched further. */
  private boolean isMeant(AtChannel channel) throws PortLostException, InterruptedException {
    try {
      channel.ask("AT");
      channel.ask("ATE0");
      return Setup.imei(channel).equals(wire.imei().orElseGet(() -> "none"))
          || wire.imei().isEmpty() && Setup.imsi(channel).equals(wire.imsi().orElse("none"));
    } catch (ModemSilentException notAModem) {
      return false;
    }
  }

  private AtChannel open(String path) throws PortLostException {
    try {
      AtChannel channel =
          new AtChannel(path, ports.open(path, wire.baud()), mailbox, trace, timings);
      trace.on(path);
      surroundings.threads().execute(channel.reader());
      return channel;
    } catch (IOException e) {
      throw new PortLostException(e.getMessage());
    }
  }

  /**
   * @throws PortLostException when what was found is another modem or SIM than the settings name
   */
  void require(String imei, String imsi) throws PortLostException {
    require("IMEI", wire.imei(), imei);
    require("IMSI", wire.imsi(), imsi);
  }

  private static void require(String what, Optional<String> wanted, String found)
      throws PortLostException {
    if (wanted.filter(number -> !number.equals(found)).isPresent()) {
      throw new PortLostException(
          "another one is there: its %s is %s, not %s"
              .formatted(what, found.isEmpty() ? "not told" : found, wanted.get()));
    }
  }
}
