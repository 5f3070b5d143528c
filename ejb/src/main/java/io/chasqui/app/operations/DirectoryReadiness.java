package io.chasqui.app.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while settings that were committed are not in force. */
@Readiness
@ApplicationScoped
public class DirectoryReadiness implements HealthCheck {
  @Inject private Directory directory;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("directory").status(directory.isCurrent()).build();
  }
}
