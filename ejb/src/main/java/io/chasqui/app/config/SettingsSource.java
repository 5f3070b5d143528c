package io.chasqui.app.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives the settings, and the clock, to whoever asks for them. */
@ApplicationScoped
public class SettingsSource {
  private static final System.Logger LOG = System.getLogger("io.chasqui.config");

  @Produces
  @Singleton
  public GatewaySettings settings() {
    Config config = ConfigProvider.getConfig();
    try {
      return GatewaySettings.of(name -> config.getOptionalValue(name, String.class));
    } catch (InvalidSettingException e) {
      LOG.log(Level.ERROR, "The gateway does not start: {0}", e.getMessage());
      throw e;
    }
  }

  @Produces
  @Singleton
  public Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
