package io.chasqui.domain.operations;

import io.chasqui.domain.link.BindType;
import java.util.Objects;

/**
 * How an SMSC is reached and how hard it may be driven; everything but the password.
 *
 * @param host name or address, 1-255 characters
 * @param port 1-65535
 * @param systemId 1-15 characters (SMPP 3.4, 5.2.1)
 * @param systemType 0-12 characters (SMPP 3.4, 5.2.3)
 * @param binds 1-50 sessions
 * @param window 1-1000 submits a session
 * @param submitsPerSecond 0-100000; 0 = no limit
 */
public record SmppEndpoint(
    String host,
    int port,
    String systemId,
    String systemType,
    BindType bind,
    int binds,
    int window,
    int submitsPerSecond) {
  public SmppEndpoint {
    Objects.requireNonNull(bind);
    within("host", host.length(), 1, 255);
    within("port", port, 1, 65535);
    within("system_id", systemId.length(), 1, 15);
    within("system_type", systemType.length(), 0, 12);
    within("binds", binds, 1, 50);
    within("window", window, 1, 1000);
    within("submits_per_second", submitsPerSecond, 0, 100_000);
  }

  private static void within(String what, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException("%s must be %d-%d".formatted(what, low, high));
    }
  }
}
