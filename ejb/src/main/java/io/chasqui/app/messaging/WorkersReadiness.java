package io.chasqui.app.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while every worker gets its work done; says which do not. */
@Readiness
@ApplicationScoped
public class WorkersReadiness implements HealthCheck {
  @Inject private Workers workers;

  @Override
  public HealthCheckResponse call() {
    List<String> failing = workers.failing();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("workers").status(failing.isEmpty());
    return failing.isEmpty()
        ? answer.build()
        : answer.withData("failing", String.join(", ", failing)).build();
  }
}
