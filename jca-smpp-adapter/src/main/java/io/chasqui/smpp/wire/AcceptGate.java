package io.chasqui.smpp.wire;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts connections, all of them and by address those that have not bound. */
final class AcceptGate {
  /** How a connection fares. */
  enum Admission {
    ADMITTED,
    TOO_MANY,
    TOO_MANY_UNBOUND
  }

  private final AcceptLimits limits;
  private final Map<InetAddress, Integer> unbound = new HashMap<>();
  private int connections;
  private long refused;

  AcceptGate(AcceptLimits limits) {
    this.limits = limits;
  }

  /** A connection was accepted; {@link #left} follows when it was admitted. */
  synchronized Admission arrive() {
    if (connections >= limits.connections()) {
      refused++;
      return Admission.TOO_MANY;
    }
    connections++;
    return Admission.ADMITTED;
  }

  synchronized void left() {
    connections--;
  }

  /** Its address is known; {@link #settled} follows when it was admitted. */
  synchronized Admission expectBind(InetAddress address) {
    if (unbound.getOrDefault(address, 0) >= limits.unboundPerAddress()) {
      refused++;
      return Admission.TOO_MANY_UNBOUND;
    }
    unbound.merge(address, 1, Integer::sum);
    return Admission.ADMITTED;
  }

  /** It has bound, or gone. */
  synchronized void settled(InetAddress address) {
    unbound.computeIfPresent(address, (each, count) -> count > 1 ? count - 1 : null);
  }

  synchronized int connections() {
    return connections;
  }

  /** Connections refused so far. */
  synchronized long refused() {
    return refused;
  }
}
