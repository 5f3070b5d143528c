package io.chasqui.app.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the broker takes a connection. */
@Readiness
@ApplicationScoped
public class BrokerReadiness implements HealthCheck {
  @Resource(lookup = "java:app/jms/dispatch")
  private ConnectionFactory broker;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("broker").status(answers()).build();
  }

  private boolean answers() {
    try (Connection connection = broker.createConnection()) {
      connection.createSession(false, jakarta.jms.Session.AUTO_ACKNOWLEDGE).close();
      return true;
    } catch (JMSException | RuntimeException e) {
      return false;
    }
  }
}
