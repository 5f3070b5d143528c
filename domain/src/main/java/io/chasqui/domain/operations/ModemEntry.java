package io.chasqui.domain.operations;

import io.chasqui.domain.link.HilinkWire;
import io.chasqui.domain.link.ModemSettings;
import io.chasqui.domain.link.ModemWire;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import java.util.Objects;
import java.util.Optional;

/**
 * A modem as its operator set it, without its secret.
 *
 * @param wire without PIN and login
 * @param user of a HiLink stick that asks for a login
 */
public record ModemEntry(String name, ModemWire wire, Optional<String> user, SimSettings sim) {
  public ModemEntry {
    Objects.requireNonNull(name);
    Objects.requireNonNull(wire);
    Objects.requireNonNull(user);
    Objects.requireNonNull(sim);
  }

  /**
   * @param secret the SIM's PIN or the stick's password; empty: it has none
   * @throws IllegalArgumentException when it does not fit, or a login lacks its password
   */
  public ModemSettings with(Optional<String> secret) {
    return new ModemSettings(name, complete(secret), sim);
  }

  private ModemWire complete(Optional<String> secret) {
    if (wire instanceof SerialWire serial) {
      return secret.<ModemWire>map(serial::withPin).orElse(serial);
    }
    if (wire instanceof HilinkWire hilink && user.isPresent()) {
      return hilink.withLogin(
          user.get(),
          secret.orElseThrow(() -> new IllegalArgumentException("a login needs its password")));
    }
    return wire;
  }
}
