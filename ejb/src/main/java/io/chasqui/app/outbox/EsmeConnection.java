package io.chasqui.app.outbox;

import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.esme.EsmeServerFactory;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** The application's one handle on the SMPP server. */
@ApplicationScoped
public class EsmeConnection {
  @Resource(lookup = "java:app/links/esme")
  private EsmeServerFactory factory;

  private EsmeServer server;

  /**
   * @throws io.chasqui.domain.link.LinkUnavailableException when the adapter is not running
   */
  public synchronized EsmeServer server() {
    if (server == null) {
      server = factory.getConnection();
    }
    return server;
  }

  @PreDestroy
  synchronized void close() {
    if (server != null) {
      server.close();
    }
  }
}
