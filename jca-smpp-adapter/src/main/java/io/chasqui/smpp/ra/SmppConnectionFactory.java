package io.chasqui.smpp.ra;

import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkConnectionFactory;
import io.chasqui.domain.link.LinkUnavailableException;
import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.io.Serializable;
import javax.naming.Reference;

/** What the application finds in JNDI. */
public class SmppConnectionFactory implements LinkConnectionFactory, Serializable, Referenceable {
  private final SmppManagedConnectionFactory factory;
  private final ConnectionManager manager;
  private Reference reference;

  public SmppConnectionFactory(SmppManagedConnectionFactory factory, ConnectionManager manager) {
    this.factory = factory;
    this.manager = manager;
  }

  @Override
  public LinkConnection getConnection() {
    try {
      return (LinkConnection) manager.allocateConnection(factory, null);
    } catch (ResourceException e) {
      throw new LinkUnavailableException("the SMPP adapter gives no connection", e);
    }
  }

  @Override
  public void setReference(Reference reference) {
    this.reference = reference;
  }

  @Override
  public Reference getReference() {
    return reference;
  }
}
