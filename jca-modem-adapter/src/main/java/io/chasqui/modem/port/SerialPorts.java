package io.chasqui.modem.port;

import java.io.IOException;
import java.util.List;

/** The machine's serial ports. */
public interface SerialPorts {

  /**
   * Opens a port for us alone, 8 bits, no parity, one stop bit.
   *
   * @param path of the device, or a link to it that is followed anew each time
   * @param baud 300-4000000
   * @throws IOException when it is not there, not ours, or somebody else has it open
   */
  SerialLine open(String path, int baud) throws IOException;

  /** Paths at which modems may be now, those that stay the same first. */
  List<String> candidates();
}
