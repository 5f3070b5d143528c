package io.chasqui.smpp.ra;

import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.esme.EsmeServerFactory;
import jakarta.resource.spi.ConnectionManager;

/** The application's way to the SMPP server. */
public class EsmeConnectionFactory extends ReferencedFactory implements EsmeServerFactory {
  private static final long serialVersionUID = 1;

  public EsmeConnectionFactory(EsmeManagedConnectionFactory factory, ConnectionManager manager) {
    super(factory, manager);
  }

  @Override
  public EsmeServer getConnection() {
    return (EsmeServer) allocate();
  }
}
