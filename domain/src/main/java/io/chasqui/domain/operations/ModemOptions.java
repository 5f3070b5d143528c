package io.chasqui.domain.operations;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.PoolSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What an operator sets of a connector's modems; their secrets are kept apart. */
public record ModemOptions(PoolSettings pool, List<ModemEntry> modems) {
  public ModemOptions {
    Objects.requireNonNull(pool);
    modems = List.copyOf(modems);
  }

  /**
   * @param secrets PINs and passwords in clear, by the modem's name
   * @throws IllegalArgumentException when there is no modem, two have one name, or a secret does
   *     not fit
   */
  public ModemLinkSettings settings(ConnectorId id, Map<String, String> secrets) {
    return new ModemLinkSettings(
        id,
        pool,
        modems.stream()
            .map(modem -> modem.with(Optional.ofNullable(secrets.get(modem.name()))))
            .toList());
  }
}
