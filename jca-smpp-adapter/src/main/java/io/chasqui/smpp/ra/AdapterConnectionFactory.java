package io.chasqui.smpp.ra;

import jakarta.resource.ResourceException;
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

/** What the factories of both kinds of connections have in common; equal when of one adapter. */
abstract class AdapterConnectionFactory
    implements ManagedConnectionFactory, ResourceAdapterAssociation {
  private static final long serialVersionUID = 1;

  private transient SmppResourceAdapter adapter;
  private transient PrintWriter log;

  Optional<SmppResourceAdapter> adapter() {
    return Optional.ofNullable(adapter);
  }

  /** All are alike. */
  @Override
  @SuppressWarnings("rawtypes")
  public ManagedConnection matchManagedConnections(
      Set connections, Subject subject, ConnectionRequestInfo info) {
    for (Object connection : connections) {
      if (connection instanceof SmppManagedConnection<?> match) {
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
    if (!(adapter instanceof SmppResourceAdapter smpp)) {
      throw new ResourceException(adapter + " is not the SMPP adapter");
    }
    this.adapter = smpp;
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
    return other != null
        && getClass() == other.getClass()
        && Objects.equals(adapter, ((AdapterConnectionFactory) other).adapter);
  }

  @Override
  public int hashCode() {
    return getClass().hashCode();
  }
}
