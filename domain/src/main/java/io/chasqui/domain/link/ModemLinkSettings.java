package io.chasqui.domain.link;

import java.util.Objects;

/**
 * A link to a modem on a serial port.
 *
 * @param port path of the device, best the one under {@code /dev/serial/by-id}
 * @param messagesPerMinute pace of the SIM, 1 or more
 */
public record ModemLinkSettings(ConnectorId id, String port, int messagesPerMinute)
    implements LinkSettings {
  public ModemLinkSettings {
    Objects.requireNonNull(id);
    Objects.requireNonNull(port);
  }
}
