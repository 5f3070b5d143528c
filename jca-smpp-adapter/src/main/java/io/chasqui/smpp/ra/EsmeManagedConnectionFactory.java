package io.chasqui.smpp.ra;

import io.chasqui.domain.esme.EsmeServerFactory;
import io.chasqui.smpp.esme.EsmeHost;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import java.util.Optional;
import javax.security.auth.Subject;

/** Makes connections to the adapter's SMPP server. */
public class EsmeManagedConnectionFactory extends AdapterConnectionFactory {
  private static final long serialVersionUID = 1;

  @Override
  public EsmeServerFactory createConnectionFactory(ConnectionManager manager) {
    return new EsmeConnectionFactory(this, manager);
  }

  @Override
  public EsmeServerFactory createConnectionFactory() {
    return createConnectionFactory(new UnmanagedConnections());
  }

  @Override
  public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info) {
    return new SmppManagedConnection<>(this::esmes, EsmeConnection::new);
  }

  private Optional<EsmeHost> esmes() {
    return adapter().flatMap(SmppResourceAdapter::esmes);
  }
}
