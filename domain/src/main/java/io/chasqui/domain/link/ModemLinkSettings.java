package io.chasqui.domain.link;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A pool of modems behind one connector; one modem is a pool of one.
 *
 * @param modems 1 or more, of different names
 */
public record ModemLinkSettings(ConnectorId id, PoolSettings pool, List<ModemSettings> modems)
    implements LinkSettings {
  public ModemLinkSettings {
    Objects.requireNonNull(id);
    Objects.requireNonNull(pool);
    modems = List.copyOf(modems);
    if (modems.isEmpty()) {
      throw new IllegalArgumentException("a pool has at least one modem");
    }
    Set<String> names = new HashSet<>();
    for (ModemSettings modem : modems) {
      if (!names.add(modem.name())) {
        throw new IllegalArgumentException("two modems are named '%s'".formatted(modem.name()));
      }
    }
  }

  /** One modem, named as its connector. */
  public static ModemLinkSettings of(ConnectorId id, ModemWire wire, SimSettings sim) {
    return new ModemLinkSettings(
        id, PoolSettings.STANDARD, List.of(new ModemSettings(id.value(), wire, sim)));
  }
}
