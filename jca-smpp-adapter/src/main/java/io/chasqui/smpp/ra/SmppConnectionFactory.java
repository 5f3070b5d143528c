package io.chasqui.smpp.ra;

import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkConnectionFactory;
import jakarta.resource.spi.ConnectionManager;

/** The application's way to links. */
public class SmppConnectionFactory extends ReferencedFactory implements LinkConnectionFactory {
  private static final long serialVersionUID = 1;

  public SmppConnectionFactory(SmppManagedConnectionFactory factory, ConnectionManager manager) {
    super(factory, manager);
  }

  @Override
  public LinkConnection getConnection() {
    return (LinkConnection) allocate();
  }
}
