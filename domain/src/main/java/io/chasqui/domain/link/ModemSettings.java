package io.chasqui.domain.link;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One modem of a pool.
 *
 * @param name within its pool: 1-64 lower-case letters, digits, {@code . _ -}
 */
public record ModemSettings(String name, ModemWire wire, SimSettings sim) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public ModemSettings {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "modem name '%s' must be 1-64 of a-z, 0-9, '.', '_', '-'".formatted(name));
    }
    Objects.requireNonNull(wire);
    Objects.requireNonNull(sim);
  }
}
