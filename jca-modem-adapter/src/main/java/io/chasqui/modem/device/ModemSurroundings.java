package io.chasqui.modem.device;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.domain.link.ModemSettings;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What a modem works with.
 *
 * @param connector the connector it belongs to, for its events; logs begin with {@code
 *     connector/name}
 * @param listener takes incoming messages and receipts; the SIM's copy is deleted only after it
 *     returned, and read again later when it throws
 * @param threads each task may have its thread for as long as it wants
 */
public record ModemSurroundings(
    ConnectorId connector,
    ModemSettings settings,
    LinkListener listener,
    ModemObserver observer,
    Executor threads,
    Clock clock) {

  /** How logs name it: {@code connector/name}, or the connector alone when both are one. */
  public String label() {
    return settings.name().equals(connector.value())
        ? connector.value()
        : connector + "/" + settings.name();
  }
}
