package io.chasqui.web.lifecycle;

import io.chasqui.app.operations.GatewayStopping;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Announces the stop while everything still works. */
@WebListener
public class StoppingNotice implements ServletContextListener {
  @Inject private Event<GatewayStopping> stopping;

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    stopping.fire(new GatewayStopping());
  }
}
