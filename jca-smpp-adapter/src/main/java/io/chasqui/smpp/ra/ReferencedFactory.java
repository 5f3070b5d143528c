package io.chasqui.smpp.ra;

import io.chasqui.domain.link.LinkUnavailableException;
import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.io.Serializable;
import javax.naming.Reference;

/** What the application finds in JNDI, whichever kind of connection it gives. */
abstract class ReferencedFactory implements Serializable, Referenceable {
  private static final long serialVersionUID = 1;

  private final AdapterConnectionFactory factory;
  private final ConnectionManager manager;
  private Reference reference;

  ReferencedFactory(AdapterConnectionFactory factory, ConnectionManager manager) {
    this.factory = factory;
    this.manager = manager;
  }

  Object allocate() {
    try {
      return manager.allocateConnection(factory, null);
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
