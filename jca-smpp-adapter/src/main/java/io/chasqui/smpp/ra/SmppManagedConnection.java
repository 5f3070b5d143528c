package io.chasqui.smpp.ra;

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
import java.util.function.Function;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/**
 * What the pool keeps. It holds no socket: sessions belong to links or to the server, and these to
 * the adapter.
 *
 * @param <S> the part of the adapter its handles are on
 */
public class SmppManagedConnection<S> implements ManagedConnection {
  private final Supplier<Optional<S>> service;
  private final Function<SmppManagedConnection<S>, PooledHandle<S>> opening;
  private final Set<PooledHandle<S>> handles = ConcurrentHashMap.newKeySet();
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private PrintWriter log;

  /**
   * @param service the adapter's part, while the adapter runs
   * @param opening makes a handle on it
   */
  SmppManagedConnection(
      Supplier<Optional<S>> service, Function<SmppManagedConnection<S>, PooledHandle<S>> opening) {
    this.service = service;
    this.opening = opening;
  }

  Optional<S> service() {
    return service.get();
  }

  @Override
  public PooledHandle<S> getConnection(Subject subject, ConnectionRequestInfo info) {
    PooledHandle<S> handle = opening.apply(this);
    handles.add(handle);
    return handle;
  }

  @Override
  public void associateConnection(Object connection) throws ResourceException {
    if (!(connection instanceof PooledHandle<?>)) {
      throw new ResourceException(connection + " is not an SMPP connection");
    }
    // A pool is of one connection factory, so the handle is of this part as well.
    @SuppressWarnings("unchecked")
    PooledHandle<S> handle = (PooledHandle<S>) connection;
    handle.associate(this);
    handles.add(handle);
  }

  void forget(PooledHandle<S> handle) {
    handles.remove(handle);
  }

  void closed(PooledHandle<S> handle) {
    handles.remove(handle);
    ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
    event.setConnectionHandle(handle);
    listeners.forEach(listener -> listener.connectionClosed(event));
  }

  @Override
  public void cleanup() {
    handles.forEach(PooledHandle::invalidate);
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
    return new SmppMetaData();
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
