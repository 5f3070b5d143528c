package io.chasqui.modem.ra;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnectionFactory;

/** Connections outside an application server: no pool. */
final class UnmanagedConnections implements ConnectionManager {
  @Override
  public Object allocateConnection(ManagedConnectionFactory factory, ConnectionRequestInfo info)
      throws ResourceException {
    return factory.createManagedConnection(null, info).getConnection(null, info);
  }
}
