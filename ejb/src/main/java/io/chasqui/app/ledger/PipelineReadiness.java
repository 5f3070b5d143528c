package io.chasqui.app.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when what was accepted before the start can be looked up. */
@Readiness
@ApplicationScoped
public class PipelineReadiness implements HealthCheck {
  @Inject private CatchUp catchUp;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("pipeline").status(catchUp.isDone()).build();
  }
}
