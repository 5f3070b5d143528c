package io.chasqui.database;

import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings by MicroProfile Config, where there is one; apart so that its classes may be absent. */
final class MicroProfileLookup {
  private MicroProfileLookup() {}

  /** Empty as well when the server has no configuration to offer yet, or the API no provider. */
  static Optional<String> find(String name) {
    try {
      return ConfigProvider.getConfig().getOptionalValue(name, String.class);
    } catch (RuntimeException noProvider) {
      return Optional.empty();
    }
  }
}
