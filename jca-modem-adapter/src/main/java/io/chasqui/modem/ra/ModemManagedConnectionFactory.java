package io.chasqui.modem.ra;

import io.chasqui.domain.link.LinkConnectionFactory;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;

/** Makes connections to the adapter's links; equal when of the same adapter. */
public class ModemManagedConnectionFactory
    implements ManagedConnectionFactory, ResourceAdapterAssociation {
  private transient ModemResourceAdapter adapter;
  private transient PrintWriter log;

  @Override
  public LinkConnectionFactory createConnectionFactory(ConnectionManager manager) {
    return new ModemConnectionFactory(this, manager);
  }

  @Override
  public LinkConnectionFactory createConnectionFactory() {
    return createConnectionFactory(new UnmanagedConnections());
  }

  @Override
  public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info) {
    return new ModemManagedConnection(this::links);
  }

  private Optional<ModemLinks> links() {
    return Optional.ofNullable(adapter).flatMap(ModemResourceAdapter::links);
  }

  /** All are alike. */
  @Override
  @SuppressWarnings("rawtypes")
  public ManagedConnection matchManagedConnections(
      Set connections, Subject subject, ConnectionRequestInfo info) {
    for (Object connection : connections) {
      if (connection instanceof ModemManagedConnection match) {
        return match;
      }
    }
    return null;
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
    if (!(adapter instanceof ModemResourceAdapter modem)) {
      throw new ResourceException(adapter + " is not the modem adapter");
    }
    this.adapter = modem;
  }

  @Override
  public PrintWriter getLogWriter() {
    return log;
  }

  @Override
  public void setLogWriter(PrintWriter log) {
    this.log = log;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModemManagedConnectionFactory that
        && Objects.equals(adapter, that.adapter);
  }

  @Override
  public int hashCode() {
    return ModemManagedConnectionFactory.class.hashCode();
  }
}
