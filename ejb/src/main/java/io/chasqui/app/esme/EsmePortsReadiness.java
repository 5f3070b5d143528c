package io.chasqui.app.esme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when ESMEs can bind. */
@Readiness
@ApplicationScoped
public class EsmePortsReadiness implements HealthCheck {
  @Inject private EsmePorts ports;

  @Override
  public HealthCheckResponse call() {
    List<String> closed = ports.closed();
    return closed.isEmpty()
        ? HealthCheckResponse.named("smpp-server").up().build()
        : HealthCheckResponse.named("smpp-server")
            .down()
            .withData("closed", String.join(" ", closed))
            .build();
  }
}
