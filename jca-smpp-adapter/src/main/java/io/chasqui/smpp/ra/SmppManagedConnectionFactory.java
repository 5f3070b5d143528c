package io.chasqui.smpp.ra;

import io.chasqui.domain.link.LinkConnectionFactory;
import io.chasqui.smpp.link.SmppLinks;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import java.util.Optional;
import javax.security.auth.Subject;

/** Makes connections to the adapter's links. */
public class SmppManagedConnectionFactory extends AdapterConnectionFactory {
  private static final long serialVersionUID = 1;

  @Override
  public LinkConnectionFactory createConnectionFactory(ConnectionManager manager) {
    return new SmppConnectionFactory(this, manager);
  }

  @Override
  public LinkConnectionFactory createConnectionFactory() {
    return createConnectionFactory(new UnmanagedConnections());
  }

  @Override
  public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info) {
    return new SmppManagedConnection<>(this::links, SmppConnection::new);
  }

  private Optional<SmppLinks> links() {
    return adapter().flatMap(SmppResourceAdapter::links);
  }
}
