package io.chasqui.app.operations;

import java.util.Optional;

/**
 * Fired by a use case within its transaction when it changed what the directory shows.
 *
 * @param connector told to the dispatcher once the directory was reloaded
 */
public record SettingsSaved(Optional<ConnectorChanged> connector) {
  public static final SettingsSaved OTHER = new SettingsSaved(Optional.empty());

  public static SettingsSaved of(ConnectorChanged connector) {
    return new SettingsSaved(Optional.of(connector));
  }
}
