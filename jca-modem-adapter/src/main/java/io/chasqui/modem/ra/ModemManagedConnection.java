package io.chasqui.modem.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** What the pool keeps. It holds no port: ports belong to links, and these to the adapter. */
public class ModemManagedConnection implements ManagedConnection {
  private final Supplier<Optional<ModemLinks>> links;
  private final Set<ModemConnection> handles = ConcurrentHashMap.newKeySet();
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private PrintWriter log;

  ModemManagedConnection(Supplier<Optional<ModemLinks>> links) {
    this.links = links;
  }

  Optional<ModemLinks> links() {
    return links.get();
  }

  @Override
  public ModemConnection getConnection(Subject subject, ConnectionRequestInfo info) {
    ModemConnection handle = new ModemConnection(this);
    handles.add(handle);
    return handle;
  }

  @Override
  public void associateConnection(Object connection) throws ResourceException {
    if (!(connection instanceof ModemConnection handle)) {
      throw new ResourceException(connection + " is not a modem connection");
    }
    handle.associate(this);
    handles.add(handle);
  }

  void forget(ModemConnection handle) {
    handles.remove(handle);
  }

  void closed(ModemConnection handle) {
    handles.remove(handle);
    ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
    event.setConnectionHandle(handle);
    listeners.forEach(listener -> listener.connectionClosed(event));
  }

  @Override
  public void cleanup() {
    handles.forEach(ModemConnection::invalidate);
    handles.clear();
  }

  @Override
  public void destroy() {
    cleanup();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  @Override
  public XAResource getXAResource() throws ResourceException {
    throw new NotSupportedException("links take part in no transaction");
  }

  @Override
  public LocalTransaction getLocalTransaction() throws ResourceException {
    throw new NotSupportedException("links take part in no transaction");
  }

  @Override
  public ManagedConnectionMetaData getMetaData() {
    return new ModemMetaData();
  }

  @Override
  public PrintWriter getLogWriter() {
    return log;
  }

  @Override
  public void setLogWriter(PrintWriter log) {
    this.log = log;
  }
}
