package io.chasqui.modem.ra;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.LinkUnavailableException;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.OutcomeSink;
import io.chasqui.domain.link.Segment;
import io.chasqui.modem.link.ModemLinks;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The application's handle; invalid once closed or cleaned up. */
public class ModemConnection implements LinkConnection {
  private volatile Optional<ModemManagedConnection> managed;

  ModemConnection(ModemManagedConnection managed) {
    this.managed = Optional.of(managed);
  }

  @Override
  public void open(LinkSettings settings) {
    if (!(settings instanceof ModemLinkSettings modem)) {
      throw new IllegalArgumentException(settings.id() + " is not a modem link");
    }
    links().open(modem);
  }

  @Override
  public void stop(Collection<ConnectorId> ids, Duration grace) {
    ids.forEach(links()::stop);
  }

  @Override
  public LinkStatus status(ConnectorId id) {
    return links().status(id);
  }

  @Override
  public int awaitCapacity(ConnectorId id, Duration patience) throws InterruptedException {
    return links().awaitCapacity(patience);
  }

  @Override
  public void submit(ConnectorId id, List<Segment> segments, OutcomeSink sink) {
    links().submit(segments, sink);
  }

  private ModemLinks links() {
    return managed
        .orElseThrow(() -> new LinkUnavailableException("the connection is closed", null))
        .links()
        .orElseThrow(() -> new LinkUnavailableException("the modem adapter is not running", null));
  }

  @Override
  public void close() {
    Optional<ModemManagedConnection> last = managed;
    invalidate();
    last.ifPresent(one -> one.closed(this));
  }

  void invalidate() {
    managed = Optional.empty();
  }

  void associate(ModemManagedConnection with) {
    managed.ifPresent(before -> before.forget(this));
    managed = Optional.of(with);
  }
}
