package io.chasqui.smpp.ra;

import io.chasqui.domain.link.LinkUnavailableException;
import java.util.Optional;

/**
 * The application's handle on a part of the adapter; invalid once closed or cleaned up.
 *
 * @param <S> the part
 */
abstract class PooledHandle<S> {
  private volatile Optional<SmppManagedConnection<S>> managed;

  PooledHandle(SmppManagedConnection<S> managed) {
    this.managed = Optional.of(managed);
  }

  S service() {
    return managed
        .orElseThrow(() -> new LinkUnavailableException("the connection is closed", null))
        .service()
        .orElseThrow(() -> new LinkUnavailableException("the SMPP adapter is not running", null));
  }

  public void close() {
    Optional<SmppManagedConnection<S>> last = managed;
    invalidate();
    last.ifPresent(one -> one.closed(this));
  }

  void invalidate() {
    managed = Optional.empty();
  }

  void associate(SmppManagedConnection<S> with) {
    managed.ifPresent(before -> before.forget(this));
    managed = Optional.of(with);
  }
}
