package io.chasqui.app.dispatch;

import io.chasqui.app.operations.Directory;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.modem.ModemReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows every modem's state. Always up: the gateway takes messages while a modem is away, and they
 * wait.
 */
@Readiness
@ApplicationScoped
public class ModemHealth implements HealthCheck {
  @Inject private Directory directory;
  @Inject private ModemDesk desk;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health = HealthCheckResponse.named("modem").up();
    directory.current().connectors().values().stream()
        .filter(view -> view.settings() instanceof ModemLinkSettings)
        .forEach(view -> show(health, view.id()));
    return health.build();
  }

  private void show(HealthCheckResponseBuilder health, ConnectorId id) {
    for (ModemReport modem : desk.modems(id)) {
      health.withData(
          id + "/" + modem.name(), modem.status().state().name().toLowerCase(Locale.ROOT));
    }
  }
}
