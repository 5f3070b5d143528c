package io.chasqui.domain.operations;

/**
 * How a modem is reached and at which pace its SIM may send.
 *
 * @param device path, 1-255 characters, best the one under {@code /dev/serial/by-id}
 * @param messagesPerMinute 1-600
 */
public record ModemPort(String device, int messagesPerMinute) {
  public ModemPort {
    if (device.isBlank() || device.length() > 255) {
      throw new IllegalArgumentException("port must be the path of a device, 1-255 characters");
    }
    if (messagesPerMinute < 1 || messagesPerMinute > 600) {
      throw new IllegalArgumentException("messages_per_minute must be 1-600");
    }
  }
}
